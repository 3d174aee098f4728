package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import java.util.Set;

/** Everybody who works here may know the rules in force; what is being thought about is for those who lead and check. */
public final class RuleReaders {

    private static final Set<Role> OF_DRAFTS = Set.of(
            Role.STORE_MANAGER,
            Role.AREA_MANAGER,
            Role.DIRECTOR,
            Role.FINANCE,
            Role.ANALYST,
            Role.AUDITOR,
            Role.ADMINISTRATOR);

    private RuleReaders() {}

    public static boolean mayRead(Actor actor, TableVersion version) {
        return version.status() == RuleStatus.PUBLISHED
                || actor.roles().stream().anyMatch(OF_DRAFTS::contains);
    }
}
