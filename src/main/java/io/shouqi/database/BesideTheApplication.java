package io.shouqi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * For commands: where the application runs with its embedded server, its server is used, with the application's own
 * login. Where it does not run, the command starts the server as the application would.
 */
public final class BesideTheApplication implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String URL = "spring.datasource.url";
    private static final String EMBEDDED = "embedded";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty(URL, EMBEDDED).equals(EMBEDDED)) {
            return;
        }
        var properties = Binder.get(environment).bindOrCreate("shouqi", DatabaseProperties.class);
        try {
            var home = properties.dataDir().toAbsolutePath().normalize();
            var running = Postmaster.of(EmbeddedServer.cluster(home));
            if (running.isPresent()) {
                var login = login(EmbeddedServer.admin(home), properties.database(), running.get());
                environment.getPropertySources().addFirst(new MapPropertySource("running server", login));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> login(Login admin, DatabaseProperties.Passwords given, Postmaster running) {
        return Map.of(
                URL,
                EmbeddedServer.url(running.port(), EmbeddedServer.DATABASE),
                "spring.datasource.username",
                Login.APP,
                "spring.datasource.password",
                password(given.appPassword(), admin, Login.APP),
                "shouqi.database.owner-password",
                password(given.ownerPassword(), admin, Login.OWNER));
    }

    private static String password(@Nullable String given, Login admin, String role) {
        return given == null ? admin.derive(role).password() : given;
    }
}
