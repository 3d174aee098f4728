package io.shouqi.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What a session remembers of a person: who it is, and what is left of the login. Roles and scope are looked up with
 * each request, so that a change holds at once.
 *
 * @param left stages to pass before anything else opens
 * @param actingFor the absent colleague whose work is being done; null for one's own
 */
public record SignedIn(
        UUID id,
        List<LoginStage> left,
        Arrival arrival,
        @Nullable UUID actingFor) implements Principal, Serializable {

    public SignedIn {
        left = List.copyOf(left);
    }

    /** The id, since names may change while sessions last; sessions are found by it. */
    @Override
    public String getName() {
        return id.toString();
    }

    boolean isIn() {
        return left.isEmpty();
    }

    boolean isAt(LoginStage stage) {
        return !isIn() && left.get(0) == stage;
    }

    SignedIn passed(LoginStage stage) {
        return new SignedIn(id, left.stream().filter(s -> s != stage).toList(), arrival, actingFor);
    }

    SignedIn by(LoginProof proof) {
        return new SignedIn(id, left, arrival.by(proof), actingFor);
    }

    SignedIn actingFor(@Nullable UUID absent) {
        return new SignedIn(id, left, arrival, absent);
    }

    static List<GrantedAuthority> authorities(Actor actor) {
        return actor.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
