package io.shouqi.identity.admin;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The active administrators of a company. One who manages the whole of it must remain, or, in a company that never had
 * one, any.
 *
 * @param ofCompany those at the company itself
 * @param ofUnits those at its areas and stores
 */
record Administrators(Set<UUID> ofCompany, Set<UUID> ofUnits) {

    Administrators {
        ofCompany = Set.copyOf(ofCompany);
        ofUnits = Set.copyOf(ofUnits);
    }

    boolean isLast(UUID person) {
        return ofCompany.isEmpty() ? ofUnits.equals(Set.of(person)) : ofCompany.equals(Set.of(person));
    }

    Administrators without(UUID person) {
        return new Administrators(rest(ofCompany, person), rest(ofUnits, person));
    }

    private static Set<UUID> rest(Set<UUID> people, UUID person) {
        var rest = new HashSet<>(people);
        rest.remove(person);
        return rest;
    }
}
