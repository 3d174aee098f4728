package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API keys that act for people an administrator manages. */
@Component
@Transactional(readOnly = true)
class KeyList {

    private static final String KEY = """
            select k.*, p.username, p.name as user_name, p.active
              from api_key k join app_user p on p.id = k.user_id
             where p.company = :company and p.unit in (:units)
            """;

    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeyList(Units units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that work first, each kind with the newest first. */
    List<KeyRow> managedBy(Actor actor) {
        return jdbc.sql(KEY + " order by k.revoked_at is not null, k.created_at desc, k.id desc")
                .param("company", actor.company())
                .param("units", units.codes(actor))
                .query(this::map)
                .list();
    }

    /** @throws Refusal 404 also where the key exists but is not this administrator's */
    KeyRow managed(Actor actor, UUID id) {
        return jdbc.sql(KEY + " and k.id = :id")
                .param("company", actor.company())
                .param("units", units.codes(actor))
                .param("id", id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> Refusal.unknown("admin.key.unknown"));
    }

    private KeyRow map(ResultSet rs, int row) throws SQLException {
        var expiresAt = time(rs, "expires_at");
        var revokedAt = time(rs, "revoked_at");
        var replaced = rs.getObject("replaced_by") != null;
        return new KeyRow(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getObject("user_id", UUID.class),
                rs.getString("username"),
                rs.getString("user_name"),
                Scope.parse(rs.getString("scopes")),
                rs.getString("hint"),
                KeyRow.local(rs.getObject("created_at", OffsetDateTime.class).toInstant()),
                expiresAt,
                time(rs, "last_used_at"),
                revokedAt,
                replaced,
                KeyRow.State.of(clock.instant(), expiresAt, revokedAt, replaced, rs.getBoolean("active")));
    }

    private static @Nullable ZonedDateTime time(ResultSet rs, String column) throws SQLException {
        var time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : KeyRow.local(time.toInstant());
    }
}
