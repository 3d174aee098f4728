package io.shouqi.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the facts of all sources, always to the same canonical text. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FactTables {

    private static final String FACT = """
            select f.tx::text as tx, f.key::text as key, f.label, f.company,
                   encode(sha256(convert_to(f.content::text, 'UTF8')), 'hex') as digest
            """;

    /** Committed, and nothing that commits later can come before it: see io.shouqi.outbox. */
    private static final String SETTLED = " f.tx < pg_snapshot_xmin(pg_current_snapshot())";

    private static final String AFTER_CURSOR = """
             (f.tx, f.key) > (coalesce((select tx from audit_cursor where source = :source), '0'::xid8),
                              coalesce((select cast(key as %1$s) from audit_cursor where source = :source), %2$s))
            """;

    private static final String UNSEALED =
            " not exists (select 1 from audit_seal s where s.source = :source and s.key = f.key::text)";

    private final JdbcClient jdbc;
    private final Map<String, SealedFacts> sources;

    FactTables(JdbcClient jdbc, List<SealedFacts> sources) {
        this.jdbc = jdbc;
        this.sources = sources.stream()
                .collect(Collectors.toMap(SealedFacts::source, s -> s, (one, other) -> one, TreeMap::new));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    Collection<SealedFacts> sources() {
        return sources.values();
    }

    /** The settled facts after the cursor of the source, in the order of their transactions. */
    List<Fact> unsealed(SealedFacts source, int limit) {
        readAlike();
        return query(
                        source,
                        " where " + SETTLED + " and " + afterCursor(source) + " order by f.tx, f.key limit " + limit)
                .query(Fact.class)
                .list();
    }

    /** Those of the keys that are there. */
    Map<String, Fact> byKey(String source, Collection<String> keys) {
        readAlike();
        var facts = sources.get(source);
        if (facts == null) {
            return Map.of();
        }
        return query(facts, " where f.key = any(cast(:keys as " + facts.key().type() + "[]))")
                .param("keys", keys.toArray(String[]::new))
                .query(Fact.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Fact::key, f -> f));
    }

    long countWaiting(SealedFacts source) {
        return jdbc.sql("select count(*) from (" + source.rows() + ") f where " + afterCursor(source))
                .param("source", source.source())
                .query(Long.class)
                .single();
    }

    /** Facts that slipped in behind the sealer's back, or claim a transaction that never was. */
    List<Fact> inserted(SealedFacts source, int limit) {
        readAlike();
        return query(
                        source,
                        " where " + UNSEALED + " and (not " + afterCursor(source)
                                + " or f.tx >= pg_snapshot_xmax(pg_current_snapshot())) order by f.tx, f.key limit "
                                + limit)
                .query(Fact.class)
                .list();
    }

    List<String> strays(SealedFacts source, int limit) {
        return source.strays()
                .map(sql -> jdbc.sql("select key::text from (" + sql + ") s order by 1 limit " + limit)
                        .query(String.class)
                        .list())
                .orElse(List.of());
    }

    private JdbcClient.StatementSpec query(SealedFacts source, String rest) {
        return jdbc.sql(FACT + " from (" + source.rows() + ") f " + rest).param("source", source.source());
    }

    private static String afterCursor(SealedFacts source) {
        var type = source.key().type();
        return AFTER_CURSOR.formatted(type, source.key() == SealedFacts.Key.NUMBER ? "0" : "''");
    }

    /** Times in a row's text follow the session's zone, which the driver takes from the machine. */
    private void readAlike() {
        jdbc.sql("select set_config('timezone', 'UTC', true)")
                .query(String.class)
                .single();
    }
}
