package io.shouqi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each application context an empty database, with an administrator's login, on the one PostgreSQL of this test
 * JVM. The product prepares its roles and tables there as it does anywhere else.
 */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ADMIN = "postgres";
    private static final AtomicInteger CREATED = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = create();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database,
                        "shouqi.vault.key-file=" + keyFile(database),
                        "spring.datasource.username=" + ADMIN,
                        "spring.datasource.password=" + ADMIN,
                        "shouqi.audit.anchor-dir=" + anchors(database))
                .applyTo(context);
    }

    /** @return the JDBC URL of a new and empty database */
    public static String create() {
        var name = "test_" + CREATED.incrementAndGet();
        try (var connection = DriverManager.getConnection(url(ADMIN), ADMIN, ADMIN);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " encoding 'UTF8' template template0");
        } catch (SQLException e) {
            throw new IllegalStateException("the test server gave no new database", e);
        }
        return url(name);
    }

    /** Keys are as fresh as the database they are for. */
    private static Path keyFile(String database) {
        return beside(database, "keys").resolveSibling(name(database) + ".json");
    }

    /** The anchors of one chain are none of another's. */
    private static Path anchors(String database) {
        return beside(database, "anchors");
    }

    private static Path beside(String database, String what) {
        var process = String.valueOf(ProcessHandle.current().pid());
        return Server.TARGET.resolve(what).resolve(process).resolve(name(database));
    }

    private static String name(String database) {
        return database.substring(database.lastIndexOf('/') + 1);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Server.INSTANCE.getPort() + "/" + database;
    }

    /** Same version, locale and zone as the product's; its files are thrown away, so it need not be durable. */
    private static final class Server {

        static final Path TARGET = Path.of("target").toAbsolutePath();
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                TARGET.resolve("postgres-binaries").toFile())
                        .setDataDirectory(TARGET.resolve(
                                "postgres-" + ProcessHandle.current().pid()))
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("timezone", "UTC")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("encoding", "UTF8")
                        .setRegisterShutdownHook(false)
                        .start();
                // contexts close first: they wait long for a connection when the server is already gone
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
