package io.shouqi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The chain as it is stored. Rows are only ever added. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SealBook {

    private static final String SEAL = """
            select s.position, s.source, s.key, encode(s.digest, 'hex') as digest, encode(s.chain, 'hex') as chain,
                   s.sealed_at
            """;

    private final JdbcClient jdbc;

    SealBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false while another node is at it; the lock ends with the transaction */
    boolean own() {
        return jdbc.sql("select pg_try_advisory_xact_lock(74121, 0)")
                .query(Boolean.class)
                .single();
    }

    Optional<Seal> last() {
        return jdbc.sql(SEAL + " from audit_seal s order by position desc limit 1")
                .query(SealBook::map)
                .optional();
    }

    /** Links with position in (after, upTo], in order. */
    List<Seal> between(long after, long upTo, int limit) {
        return jdbc.sql(SEAL + " from audit_seal s where position > ? and position <= ? order by position limit ?")
                .params(after, upTo, limit)
                .query(SealBook::map)
                .list();
    }

    Optional<Seal> of(String source, String key) {
        return jdbc.sql(SEAL + " from audit_seal s where source = ? and key = ?")
                .params(source, key)
                .query(SealBook::map)
                .optional();
    }

    /** @return the link's MAC; empty before the first; null where it is gone */
    @Nullable
    String chainAt(long position) {
        return position == 0
                ? Seal.START.chain()
                : jdbc.sql("select encode(chain, 'hex') from audit_seal where position = ?")
                        .param(position)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    /** Many links by one statement. */
    void add(List<Seal> seals) {
        jdbc.sql("""
                        insert into audit_seal(position, source, key, digest, chain, sealed_at)
                        select n.position, n.source, n.key, decode(n.digest, 'hex'), decode(n.chain, 'hex'), :at
                          from unnest(:positions::bigint[], :sources::text[], :keys::text[], :digests::text[],
                                      :chains::text[]) as n(position, source, key, digest, chain)
                        """)
                .param("positions", seals.stream().map(Seal::position).toArray(Long[]::new))
                .param("sources", seals.stream().map(Seal::source).toArray(String[]::new))
                .param("keys", seals.stream().map(Seal::key).toArray(String[]::new))
                .param("digests", seals.stream().map(Seal::digest).toArray(String[]::new))
                .param("chains", seals.stream().map(Seal::chain).toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(seals.get(0).sealedAt(), ZoneOffset.UTC))
                .update();
    }

    void moveCursor(String source, Fact last) {
        jdbc.sql("""
                        insert into audit_cursor(source, tx, key) values (:source, cast(:tx as xid8), :key)
                        on conflict (source) do update set tx = excluded.tx, key = excluded.key
                        """)
                .param("source", source)
                .param("tx", last.tx())
                .param("key", last.key())
                .update();
    }

    private static Seal map(ResultSet rs, int row) throws SQLException {
        return new Seal(
                rs.getLong("position"),
                rs.getString("source"),
                rs.getString("key"),
                rs.getString("digest"),
                rs.getString("chain"),
                rs.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
