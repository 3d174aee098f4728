package io.shouqi.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.audit.AuditCommand;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the verifier finds the embedded server where the application has it. */
class VerifyingBesideTest {

    @TempDir
    Path home;

    @Test
    void it_verifies_while_the_server_runs_and_starts_it_where_it_does_not() throws SQLException {
        try (var server = new EmbeddedServer(home)) {
            migrate(server);
            assertThat(verify()).isZero();

            run(server, """
                    insert into audit_event(at, actor_name, via, action, subject_kind)
                    values (now(), 'x', 'PAGE', 'row.updated', 'contract');
                    insert into audit_cursor(source, tx, key) select 'audit_event', tx, id::text from audit_event
                    """);
            assertThat(verify()).as("an event behind the sealer's back").isEqualTo(1);
            assertThat(one(server, "select count(*) from pg_stat_activity where usename = 'shouqi_app'"))
                    .as("connections left behind")
                    .isEqualTo("0");
        }
        assertThat(verify()).as("with the server stopped").isEqualTo(1);
        try (var server = new EmbeddedServer(home)) {
            assertThat(one(server, "select count(*) from audit_event")).isEqualTo("1");
        }
    }

    private int verify() {
        return AuditCommand.exitCode(
                "audit", "verify", "--shouqi.data-dir=" + home, "--shouqi.vault.key-file=" + home.resolve("keys.json"));
    }

    private static void migrate(EmbeddedServer server) {
        var none = new DatabaseProperties.Passwords(null, null);
        var database = ProductDatabase.on(server.jdbcUrl(), server.admin(), none);
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.admin().user(), server.admin().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.admin().user(), server.admin().password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
