package io.shouqi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** On a given server, beside the running application. */
@ShouqiTest
class AuditCommandTest {

    @Autowired
    Shop shop;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcConnectionDetails database;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${shouqi.vault.key-file}")
    String keyFile;

    @Value("${shouqi.audit.anchor-dir}")
    String anchors;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void it_says_that_all_is_intact_and_names_what_is_not() throws SQLException {
        shop.open();
        var contract = shop.sign(Shop.resale());
        sealer.seal();
        assertThat(run("audit", "verify")).isZero();

        try (var intruder = new Intruder(url)) {
            var event = "id = (select max(id) from audit_event where subject = '" + contract + "')";
            var id = intruder.one("select max(id) from audit_event where subject = '" + contract + "'");
            intruder.keep("audit_event", event);
            intruder.run("update audit_event set actor_name = 'somebody else' where " + event);

            assertThat(run("audit", "verify")).isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains(id, "row.", contract);
            intruder.restore("audit_event", "id = " + id);
        }
        assertThat(run("audit", "verify")).isZero();
    }

    @Test
    void a_mistyped_command_and_a_database_that_is_not_there_are_told_apart_from_findings() {
        assertThat(run("audit", "veryfi")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("audit verify");

        assertThat(AuditCommand.exitCode(
                        new PrintStream(said),
                        "audit",
                        "verify",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere",
                        "--spring.datasource.username=shouqi_app",
                        "--spring.datasource.hikari.connection-timeout=500",
                        "--shouqi.database.owner-password=none"))
                .isEqualTo(2);
    }

    private int run(String... words) {
        said.reset();
        var settings = Stream.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--shouqi.database.owner-password=not-needed",
                "--shouqi.vault.key-file=" + keyFile,
                "--shouqi.audit.anchor-dir=" + anchors);
        return AuditCommand.exitCode(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Stream.concat(Arrays.stream(words), settings).toArray(String[]::new));
    }
}
