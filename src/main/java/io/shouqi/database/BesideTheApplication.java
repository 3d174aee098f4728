package io.shouqi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * For commands: where the application runs with its embedded server, its server is used, with the application's own
 * login. Where it does not run, the command starts the server as the application would.
 */
public final class BesideTheApplication implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String[] OWN_SETTINGS = {
        "--logging.level.root=error",
        // what went wrong is said in one line
        "--logging.level.org.springframework.boot.SpringApplication=off",
        "--spring.datasource.hikari.minimum-idle=0",
        "--spring.datasource.hikari.maximum-pool-size=2",
        // no caller is declared here: the whole connection sees every company
        "--spring.datasource.hikari.connection-init-sql=select set_config('shouqi.company', '*', false),"
                + " set_config('shouqi.stores', '*', false)"
    };

    private static final String URL = "spring.datasource.url";
    private static final String EMBEDDED = "embedded";

    /**
     * @param parts configuration of what the command needs besides the database, transactions and the time
     * @param args settings such as {@code --shouqi.data-dir}, as the application has them, among the command's words
     */
    public static ConfigurableApplicationContext open(Class<?> parts, String... args) {
        var settings = Arrays.stream(args).filter(arg -> arg.startsWith("--"));
        return new SpringApplicationBuilder(CommandFoundation.class, parts)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(new BesideTheApplication())
                .run(Stream.concat(settings, Arrays.stream(OWN_SETTINGS)).toArray(String[]::new));
    }

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
