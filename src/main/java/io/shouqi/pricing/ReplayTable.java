package io.shouqi.pricing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Replays as they are kept. What is written is seen at once, whatever becomes of the transaction around it. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ReplayTable {

    /** Without a sign of life for so long, the node that ran it is gone. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

    /** Why a version is replayed. */
    enum Purpose {
        /** To know before it is published. */
        DRAFT,
        /** To know what it would have changed in the past it is valid for. */
        RETROACTIVE
    }

    /** @param purpose which contracts are looked at: all, or those that the version is now in force for */
    record Asked(UUID id, StoredVersion version, Purpose purpose, LocalDate from, LocalDate to) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ReplayTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Asked open(StoredVersion version, Purpose purpose, LocalDate from, LocalDate to, String askedBy) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into rule_replay(id, company, version_id, sha256, purpose, signed_from, signed_to, measure,
                                                asked_by, asked_at, seen_at)
                        values (:id, :company, :version, :sha256, :purpose, :from, :to, :measure, :by, :now, :now)
                        """)
                .param("id", id)
                .param("company", version.company())
                .param("version", version.id())
                .param("sha256", version.sha256())
                .param("purpose", purpose.name())
                .param("from", from)
                .param("to", to)
                .param(
                        "measure",
                        ReplayMeasures.of(DecisionTables.need(version.tableCode()))
                                .name())
                .param("by", askedBy)
                .param("now", now())
                .update();
        return new Asked(id, version, purpose, from, to);
    }

    void total(UUID id, int total) {
        jdbc.sql("update rule_replay set total = ?, seen_at = ? where id = ?")
                .params(total, now(), id)
                .update();
    }

    void progress(UUID id, int done) {
        jdbc.sql("update rule_replay set done = ?, seen_at = ? where id = ?")
                .params(done, now(), id)
                .update();
    }

    void add(Asked replay, List<ReplayCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into rule_replay_case(replay_id, contract_no, company, store_code, signed_on, before_fen,
                                                     after_fen, moved_fen, why)
                        select :id, c, :company, s, d::date, b, a, m, w
                          from unnest(:contracts, :stores, :days, :before, :after, :moved, :why) as t(c, s, d, b, a, m, w)
                        """)
                .param("id", replay.id())
                .param("company", replay.version().company())
                .param("contracts", cases.stream().map(ReplayCase::contractNo).toArray(String[]::new))
                .param("stores", cases.stream().map(ReplayCase::storeCode).toArray(String[]::new))
                .param("days", cases.stream().map(c -> c.signedOn().toString()).toArray(String[]::new))
                .param("before", cases.stream().map(c -> c.before().fen()).toArray(Long[]::new))
                .param("after", cases.stream().map(c -> fen(c.after())).toArray(Long[]::new))
                .param("moved", cases.stream().map(c -> c.moved().fen()).toArray(Long[]::new))
                .param(
                        "why",
                        cases.stream()
                                .map(c -> json.writeValueAsString(c.lines()))
                                .toArray(String[]::new))
                .update();
    }

    void finish(Asked replay, ReplaySums sums) {
        parts(replay, sums.parts());
        jdbc.sql("""
                        update rule_replay set done = :done, total = :done, changed = :changed, unpriced = :unpriced,
                               before_fen = :before, after_fen = :after, moved_fen = :moved, seen_at = :now,
                               finished_at = :now where id = :id
                        """)
                .param("done", sums.cases())
                .param("changed", sums.changed())
                .param("unpriced", sums.unpriced())
                .param("before", sums.before().fen())
                .param("after", sums.after().fen())
                .param("moved", sums.moved().fen())
                .param("now", now())
                .param("id", replay.id())
                .update();
    }

    private void parts(Asked replay, Collection<ReplaySums.Part> parts) {
        jdbc.sql("""
                        insert into rule_replay_part(replay_id, company, store_code, kind, key, name, cases, delta_fen,
                                                     moved_fen)
                        select :id, :company, * from unnest(:stores, :kinds, :keys, :names, :cases, :delta, :moved)
                        """)
                .param("id", replay.id())
                .param("company", replay.version().company())
                .param(
                        "stores",
                        parts.stream()
                                .map(p -> p.kind() == ReplayPart.Kind.STORE
                                        ? p.key()
                                        : replay.version().company())
                                .toArray(String[]::new))
                .param("kinds", parts.stream().map(p -> p.kind().name()).toArray(String[]::new))
                .param("keys", parts.stream().map(ReplaySums.Part::key).toArray(String[]::new))
                .param("names", parts.stream().map(ReplaySums.Part::name).toArray(String[]::new))
                .param("cases", parts.stream().map(ReplaySums.Part::cases).toArray(Integer[]::new))
                .param("delta", parts.stream().map(ReplaySums.Part::delta).toArray(Long[]::new))
                .param("moved", parts.stream().map(ReplaySums.Part::moved).toArray(Long[]::new))
                .update();
    }

    void fail(UUID id, String why) {
        jdbc.sql("update rule_replay set failure = ?, finished_at = ? where id = ?")
                .params(why, now(), id)
                .update();
    }

    /** The last one of the version's workbook as it is now. */
    @Transactional(readOnly = true)
    Optional<Replay> last(StoredVersion version, Purpose purpose) {
        return jdbc.sql("""
                        select *, seen_at < ? as lost from rule_replay where version_id = ? and sha256 = ? and purpose = ?
                         order by asked_at desc, id desc limit 1
                        """)
                .params(
                        OffsetDateTime.ofInstant(clock.instant().minus(SIGN_OF_LIFE), ZoneOffset.UTC),
                        version.id(),
                        version.sha256(),
                        purpose.name())
                .query(ReplayTable::replay)
                .optional();
    }

    @Transactional(readOnly = true)
    List<ReplayPart> parts(UUID replay, ReplayPart.Kind kind, int most) {
        return jdbc.sql("""
                        select kind, key, name, cases, delta_fen, moved_fen from rule_replay_part
                         where replay_id = ? and kind = ? order by moved_fen desc, key limit ?
                        """)
                .params(replay, kind.name(), most)
                .query(ReplayTable::part)
                .list();
    }

    /** Those that move most first. */
    @Transactional(readOnly = true)
    List<ReplayCase> cases(UUID replay, @Nullable Long moved, String after, int most) {
        return jdbc.sql("""
                        select * from rule_replay_case where replay_id = :replay
                           and (:moved::bigint is null or moved_fen < :moved
                                or (moved_fen = :moved and contract_no > :after))
                         order by moved_fen desc, contract_no limit :most
                        """)
                .param("replay", replay)
                .param("moved", moved)
                .param("after", after)
                .param("most", most)
                .query(this::priced)
                .list();
    }

    private static Replay replay(ResultSet rs, int row) throws SQLException {
        var finished = rs.getObject("finished_at", OffsetDateTime.class);
        var before = Money.ofFen(rs.getLong("before_fen"));
        var after = Money.ofFen(rs.getLong("after_fen"));
        return new Replay(
                rs.getObject("id", UUID.class),
                state(rs),
                Replay.Measure.valueOf(rs.getString("measure")),
                rs.getObject("signed_from", LocalDate.class),
                rs.getObject("signed_to", LocalDate.class),
                rs.getString("asked_by"),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                rs.getInt("total"),
                rs.getInt("done"),
                rs.getInt("changed"),
                rs.getInt("unpriced"),
                before,
                after,
                after.minus(before),
                Money.ofFen(rs.getLong("moved_fen")));
    }

    private static Replay.State state(ResultSet rs) throws SQLException {
        if (rs.getString("failure") != null) {
            return Replay.State.BROKEN_OFF;
        }
        if (rs.getObject("finished_at") != null) {
            return Replay.State.DONE;
        }
        return rs.getBoolean("lost") ? Replay.State.BROKEN_OFF : Replay.State.RUNNING;
    }

    private static ReplayPart part(ResultSet rs, int row) throws SQLException {
        return new ReplayPart(
                ReplayPart.Kind.valueOf(rs.getString("kind")),
                rs.getString("key"),
                rs.getString("name"),
                rs.getInt("cases"),
                Money.ofFen(rs.getLong("delta_fen")),
                Money.ofFen(rs.getLong("moved_fen")));
    }

    private ReplayCase priced(ResultSet rs, int row) throws SQLException {
        var after = rs.getObject("after_fen", Long.class);
        return new ReplayCase(
                rs.getString("contract_no"),
                rs.getString("store_code"),
                rs.getObject("signed_on", LocalDate.class),
                Money.ofFen(rs.getLong("before_fen")),
                after == null ? null : Money.ofFen(after),
                Money.ofFen(rs.getLong("moved_fen")),
                List.of(json.readValue(rs.getString("why"), ReplayCase.Line[].class)));
    }

    private static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
