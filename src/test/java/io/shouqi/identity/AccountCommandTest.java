package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.web.context.WebApplicationContext;

/** On a given server, beside the running application. */
@ShouqiTest
class AccountCommandTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Organisation organisation;

    @Autowired
    private SecondFactor factor;

    @Autowired
    private JdbcConnectionDetails database;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${shouqi.vault.key-file}")
    private String keyFile;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void an_administrator_who_lost_everything_gets_in_again() throws Exception {
        var admin = new Staff(organisation).hire("lost.admin", Staff.COMPANY, Role.ADMINISTRATOR);
        factor.begin(admin);
        factor.confirm(admin, OneTimeCodes.at(factor.waiting(admin).orElseThrow(), Instant.now()));
        var visitor = Visitor.of(application);
        for (var i = 0; i < 6; i++) {
            visitor.logIn("lost.admin", "forgotten");
        }

        assertThat(run("account", "reset", "lost.admin")).as(this::said).isZero();

        var password = said().substring(said().lastIndexOf(' ') + 1).strip();
        assertThat(visitor.logIn("lost.admin", password)).isEqualTo("/login/password");
        assertThat(factor.isOn(admin)).isFalse();
    }

    @Test
    void a_name_nobody_has_and_a_mistyped_command_are_told_apart() {
        assertThat(run("account", "reset", "nobody.at.all")).isEqualTo(1);
        assertThat(run("account", "rest", "lost.admin")).isEqualTo(2);
        assertThat(said()).contains("account reset <user name>");
        assertThat(run("account", "reset")).isEqualTo(2);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int run(String... words) {
        said.reset();
        var settings = Stream.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--shouqi.database.owner-password=none",
                "--shouqi.vault.key-file=" + keyFile);
        return AccountCommand.exitCode(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Stream.concat(Arrays.stream(words), settings).toArray(String[]::new));
    }
}
