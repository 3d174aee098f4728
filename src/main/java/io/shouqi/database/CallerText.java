package io.shouqi.database;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller as the audit triggers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallerText(
        @Nullable UUID user,
        String name,
        @Nullable String actingFor,
        Caller.Via via,
        @Nullable String address,
        String at) {

    static CallerText of(Caller caller, Instant at) {
        return new CallerText(
                caller.user(), caller.name(), caller.actingFor(), caller.via(), caller.address(), at.toString());
    }
}
