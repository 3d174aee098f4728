package io.shouqi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys of business and finance systems; only their hash is stored, and each acts for a named user. */
@Service
@Transactional(readOnly = true)
class ApiKeys {

    private final JdbcClient jdbc;
    private final Users users;

    ApiKeys(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    /** The authentication a key stands for; empty where nobody has it any more. */
    Optional<KeyAuthentication> find(String key) {
        return jdbc.sql("select user_id, scopes from api_key where key_hash = :hash and revoked_at is null")
                .param("hash", hash(key))
                .query(Stored.class)
                .optional()
                .flatMap(stored -> users.byId(stored.userId())
                        .map(actor -> new KeyAuthentication(
                                actor, Set.of(stored.scopes().split(",")))));
    }

    private record Stored(UUID userId, String scopes) {}

    /** API keys are long and random, so one round of SHA-256 is enough. */
    static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
