package io.shouqi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class ApplicationStartTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TestClock testClock;

    @Test
    void the_application_works_as_a_role_that_owns_nothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("shouqi_app");
        assertThat(jdbc.sql("select count(*) from pg_tables where tableowner = current_user")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void time_stands_where_a_test_puts_it() {
        var signing = Instant.parse("2024-03-01T02:00:00Z");

        testClock.set(signing);

        assertThat(clock.instant()).isEqualTo(signing);
    }
}
