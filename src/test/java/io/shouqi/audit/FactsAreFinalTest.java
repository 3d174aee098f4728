package io.shouqi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.ShouqiTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class FactsAreFinalTest {

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String url;

    static Stream<String> attempts() {
        return Stream.of(
                        "audit_event.id",
                        "audit_seal.key",
                        "voucher.day",
                        "journal_entry.line",
                        "receipt.day",
                        "receipt_allocation.amount_fen",
                        "receipt_reversal.reason",
                        "fee_adjustment_line.name",
                        "commission_share_change.source")
                .map(column -> column.split("[.]"))
                .flatMap(part -> Stream.of(
                        "update " + part[0] + " set " + part[1] + " = default",
                        "delete from " + part[0],
                        "truncate " + part[0] + " cascade"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void the_application_may_add_facts_and_nothing_else(String attempt) {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("shouqi_app");
        assertThatThrownBy(() -> jdbc.sql(attempt).update()).rootCause().hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void whoever_has_the_privilege_is_stopped_by_a_trigger(String attempt) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt)).hasMessageContaining("never changed or deleted");
        }
    }

    @Test
    void only_the_progress_of_the_sealer_and_of_verifications_may_be_updated() {
        assertThat(jdbc.sql("""
                        select string_agg(table_name, ',' order by table_name) from information_schema.table_privileges
                         where grantee = 'shouqi_app' and privilege_type = 'UPDATE' and table_name like 'audit%'
                        """).query(String.class).single()).isEqualTo("audit_check,audit_cursor");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_cursor").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
