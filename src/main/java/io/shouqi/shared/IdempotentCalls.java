package io.shouqi.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls that callers may repeat: the key and the effect are one transaction, so a repeated key either finds both or
 * neither. Keys never expire, because money depends on them.
 */
@Service
public class IdempotentCalls {

    public static final String HEADER = "Idempotency-Key";

    private final JdbcClient jdbc;
    private final RequestMarks marks;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentCalls(JdbcClient jdbc, RequestMarks marks, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param caller who calls; keys of different callers are different
     * @param operation what is called and on what, such as {@code POST /api/v1/contracts}
     * @param key null where the caller sent none
     */
    public record Call(
            String caller, String operation, @Nullable String key, Object body) {}

    /**
     * Does the work once for a key and gives the first answer again afterwards. Failed work leaves no trace.
     *
     * @throws Refusal 409 where the key came with another body before; 422 where the key is too long
     */
    @Transactional
    public <T> T once(Call call, Class<T> answer, Supplier<T> work) {
        var key = call.key();
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > 200) {
            throw Refusal.invalid(HEADER, "field.tooLong", 200);
        }
        var fingerprint = fingerprint(call.body());
        if (!claim(call, key, fingerprint)) {
            return earlier(call, key, fingerprint, answer);
        }
        var result = work.get();
        jdbc.sql("update idempotent_call set answer = ? where caller = ? and operation = ? and key = ?")
                .params(json.writeValueAsString(result), call.caller(), call.operation(), key)
                .update();
        return result;
    }

    /** A repetition that comes while the first is still at work waits here for its end. */
    private boolean claim(Call call, String key, String fingerprint) {
        return jdbc.sql("""
                                insert into idempotent_call(caller, operation, key, mark, called_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                call.caller(),
                                call.operation(),
                                key,
                                marks.of(fingerprint),
                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private <T> T earlier(Call call, String key, String fingerprint, Class<T> answer) {
        var earlier = jdbc.sql(
                        "select mark, answer from idempotent_call where caller = ? and operation = ? and key = ?")
                .params(call.caller(), call.operation(), key)
                .query(Earlier.class)
                .single();
        if (!marks.matches(earlier.mark(), fingerprint)) {
            throw Refusal.conflict("request.key.reused", key);
        }
        return json.readValue(earlier.answer(), answer);
    }

    /** @return a hash of the body as it was understood; the order of its fields and its spaces do not matter */
    public String fingerprint(Object body) {
        try {
            var text = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private record Earlier(String mark, String answer) {}
}
