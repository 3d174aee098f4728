package io.shouqi.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * The roles that somebody may let another stand in for. Administrators grant every role; managers have people to lead,
 * up to their own rank. What controls managers is not theirs to hand on.
 */
final class Delegation {

    private static final Set<Role> STORE = EnumSet.of(Role.CLERK, Role.CASHIER, Role.AGENT, Role.STORE_MANAGER);
    private static final Set<Role> COMPANY = EnumSet.of(Role.AREA_MANAGER, Role.DIRECTOR, Role.FINANCE, Role.ANALYST);

    private Delegation() {}

    /** Empty for whoever leads nobody. */
    static Set<Role> of(Actor actor) {
        if (actor.is(Role.ADMINISTRATOR)) {
            return EnumSet.allOf(Role.class);
        }
        var roles = EnumSet.noneOf(Role.class);
        if (actor.is(Role.STORE_MANAGER) || actor.is(Role.AREA_MANAGER) || actor.is(Role.DIRECTOR)) {
            roles.addAll(STORE);
        }
        if (actor.is(Role.AREA_MANAGER)) {
            roles.add(Role.AREA_MANAGER);
        }
        if (actor.is(Role.DIRECTOR)) {
            roles.addAll(COMPANY);
        }
        return roles;
    }
}
