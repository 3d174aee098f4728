package io.shouqi;

import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The application a second time, on the same database. */
public final class AnotherNode implements AutoCloseable {

    private static final List<String> SAME = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "shouqi.vault.key-file",
            "shouqi.audit.anchor-dir");

    private final ConfigurableApplicationContext application;

    private AnotherNode(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** @param first what the test's own node was started with */
    public static AnotherNode beside(Environment first) {
        var settings = SAME.stream().map(name -> "--" + name + "=" + first.getRequiredProperty(name));
        return new AnotherNode(new SpringApplicationBuilder(ShouqiApplication.class)
                .profiles("test")
                .properties("server.port=0")
                .run(settings.toArray(String[]::new)));
    }

    public int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        application.close();
    }
}
