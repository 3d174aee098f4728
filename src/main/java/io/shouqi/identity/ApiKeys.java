package io.shouqi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keys of business and finance systems; only their hash is stored, and each acts for a named user. */
@Service
class ApiKeys {

    private final JdbcClient jdbc;
    private final Users users;

    ApiKeys(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    Optional<Actor> actorOf(String key) {
        return jdbc.sql("select user_id from api_key where key_hash = :hash and revoked_at is null")
                .param("hash", hash(key))
                .query(UUID.class)
                .optional()
                .flatMap(users::byId);
    }

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
