package io.shouqi.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What a session remembers of a person: who it is. Roles and scope are looked up with each request, so that a change
 * holds at once.
 *
 * @param actingFor the absent colleague whose work is being done; null for one's own
 */
public record SignedIn(UUID id, String username, @Nullable UUID actingFor) implements Principal, Serializable {

    @Override
    public String getName() {
        return username;
    }

    static List<GrantedAuthority> authorities(Actor actor) {
        return actor.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
