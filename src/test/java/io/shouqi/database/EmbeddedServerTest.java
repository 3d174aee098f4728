package io.shouqi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path home;

    @Test
    void it_is_durable_asks_for_passwords_and_keeps_its_data_between_starts() throws Exception {
        try (var server = new EmbeddedServer(home)) {
            for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                assertThat(one(server, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(one(server, "show server_version")).startsWith("17.");
            run(server, "create table kept as select 42 as answer");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "wrong")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        try (var server = new EmbeddedServer(home)) {
            assertThat(one(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_jvm_is_taken_over_within_thirty_seconds() throws Exception {
        var jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJvm.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        awaitReady(jvm);
        var orphan = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        jvm.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("the server outlives its JVM").isPresent();

        var start = Instant.now();
        try (var server = new EmbeddedServer(home)) {
            assertThat(one(server, "select answer from acknowledged")).isEqualTo("7");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_second_application_on_the_same_directory_is_told_so() {
        try (var first = new EmbeddedServer(home)) {
            assertThat(first.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> new EmbeddedServer(home))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another Shouqi is running");
        }
    }

    @Test
    void a_directory_that_cannot_be_written_is_named() throws IOException {
        var file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> new EmbeddedServer(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("file");
    }

    /** Starts the server, commits a row, says so, and waits to be killed. */
    static final class KilledJvm {

        public static void main(String[] args) throws Exception {
            var server = new EmbeddedServer(Path.of(args[0]));
            run(server, "create table acknowledged as select 7 as answer");
            System.out.println("ready");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    private static void awaitReady(Process jvm) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return;
            }
        }
        throw new IllegalStateException("the other JVM ended early");
    }

    private static String one(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.admin().user(), server.admin().password());
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.admin().user(), server.admin().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
