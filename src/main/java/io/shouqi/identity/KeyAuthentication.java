package io.shouqi.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request that came with an API key: its user's roles, within the key's scopes. */
class KeyAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;

    /** @param scopes such as {@code contracts:write} */
    KeyAuthentication(Actor actor, Set<String> scopes) {
        super(authorities(actor, scopes));
        this.actor = actor;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Actor actor, Set<String> scopes) {
        var all = new ArrayList<>(SignedIn.authorities(actor));
        scopes.forEach(scope -> all.add(new SimpleGrantedAuthority(scope)));
        return all;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
