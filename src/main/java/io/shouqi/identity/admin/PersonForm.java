package io.shouqi.identity.admin;

import io.shouqi.identity.Role;
import io.shouqi.shared.Checks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page says about a person, unchecked. */
record PersonForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String unit,
        @Nullable List<String> roles) {

    static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    static final int LONGEST_NAME = 40;

    @Nullable
    String checkedUsername(Checks checks) {
        var text = checks.required("username", username, 40);
        if (text != null && !USERNAME.matcher(text).matches()) {
            checks.add("username", "admin.person.username.form");
            return null;
        }
        return text;
    }

    @Nullable
    String checkedName(Checks checks) {
        return checks.required("name", name, LONGEST_NAME);
    }

    @Nullable
    String checkedUnit(Checks checks) {
        return checks.required("unit", unit, 40);
    }

    Set<Role> checkedRoles(Checks checks) {
        var checked = EnumSet.noneOf(Role.class);
        if (roles != null) {
            roles.stream().map(role -> checks.oneOf("roles", Role.class, role)).forEach(role -> {
                if (role != null) {
                    checked.add(role);
                }
            });
        }
        if (checked.isEmpty()) {
            checks.add("roles", "admin.person.roles.none");
        }
        return checked;
    }
}
