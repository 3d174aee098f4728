package io.shouqi.identity;

import io.shouqi.shared.Refusal;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who acts: a person at a page, or the named user an API key acts for.
 *
 * @param company code of the company; nobody acts for two
 * @param stores codes of the stores in this person's data scope
 */
public record Actor(UUID id, String username, String name, String company, Set<Role> roles, Set<String> stores)
        implements Serializable {

    private static final UUID SYSTEM = new UUID(0, 0);

    public Actor {
        roles = Set.copyOf(roles);
        stores = Set.copyOf(stores);
    }

    /** The product itself at work for a company: timers, callbacks, the outbox. */
    public static Actor system(String company) {
        return new Actor(SYSTEM, "system", "系统", company, Set.of(), Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean mayWorkIn(String company, String store) {
        return this.company.equals(company) && stores.contains(store);
    }

    /**
     * @param code of the same refusal that a number nobody has would get
     * @throws Refusal 404 where this actor may not know that the thing exists
     */
    public void requireStore(String company, String store, String code, String number) {
        if (!mayWorkIn(company, store)) {
            throw Refusal.unknown(code, number);
        }
    }
}
