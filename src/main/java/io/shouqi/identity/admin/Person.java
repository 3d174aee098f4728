package io.shouqi.identity.admin;

import io.shouqi.identity.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works here, as an administrator sees them.
 *
 * @param firstPassword whether the password is still the one handed out
 * @param secondFactor whether a second factor is set up
 */
record Person(
        UUID id,
        String username,
        String name,
        String unit,
        String unitName,
        Set<Role> roles,
        boolean active,
        boolean firstPassword,
        boolean secondFactor) {

    /** Code of the words for how the person signs in. */
    public String signIn() {
        if (firstPassword) {
            return "admin.person.firstPassword";
        }
        return secondFactor ? "admin.person.secondFactor" : "admin.person.passwordOnly";
    }

    boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /** Whether these are already the person's own. */
    boolean has(String name, String unit, Set<Role> roles) {
        return this.name.equals(name) && this.unit.equals(unit) && this.roles.equals(roles);
    }
}
