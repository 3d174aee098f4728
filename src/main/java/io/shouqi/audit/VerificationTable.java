package io.shouqi.audit;

import io.shouqi.audit.AskedVerification.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
@Transactional
class VerificationTable {

    private static final int RECENT = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VerificationTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void open(UUID id, Instant now) {
        jdbc.sql("""
                        insert into audit_check(id, asked_at, seen_at, total)
                        values (?, ?, ?, (select coalesce(max(position), 0) from audit_seal))
                        """).params(id, time(now), time(now)).update();
    }

    void walked(UUID id, long checked, long total, Instant now) {
        jdbc.sql("update audit_check set checked = ?, total = ?, seen_at = ? where id = ?")
                .params(checked, total, time(now), id)
                .update();
    }

    void finish(UUID id, Verification answer, Instant now) {
        jdbc.sql("""
                        update audit_check set checked = :checked, total = :checked, seen_at = :now, finished_at = :now,
                               waiting = :waiting, faults = :faults, findings = cast(:findings as jsonb) where id = :id
                        """)
                .param("checked", answer.checked())
                .param("now", time(now))
                .param("waiting", answer.waiting())
                .param("faults", answer.faults())
                .param("findings", json.writeValueAsString(answer.findings()))
                .param("id", id)
                .update();
    }

    void fail(UUID id, String why, Instant now) {
        jdbc.sql("update audit_check set failure = ?, finished_at = ? where id = ?")
                .params(why, time(now), id)
                .update();
    }

    /** @param lost what shows no sign of life since then is broken off */
    List<AskedVerification> recent(Instant lost) {
        return jdbc.sql("select c.*, c.seen_at < ? as lost from audit_check c order by asked_at desc, id desc limit ?")
                .params(time(lost), RECENT)
                .query(this::map)
                .list();
    }

    private AskedVerification map(ResultSet rs, int row) throws SQLException {
        var findings = rs.getString("findings");
        return new AskedVerification(
                rs.getObject("id", UUID.class),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                state(rs, findings),
                rs.getLong("checked"),
                rs.getLong("total"),
                rs.getLong("waiting"),
                rs.getLong("faults"),
                findings == null ? List.of() : List.of(json.readValue(findings, Finding[].class)),
                rs.getString("failure"));
    }

    private static State state(ResultSet rs, @Nullable String findings) throws SQLException {
        if (findings != null) {
            return rs.getLong("faults") == 0 ? State.INTACT : State.FAULTS;
        }
        return rs.getString("failure") != null || rs.getBoolean("lost") ? State.BROKEN_OFF : State.RUNNING;
    }

    private static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
