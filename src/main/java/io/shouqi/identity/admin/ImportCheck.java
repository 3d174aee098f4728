package io.shouqi.identity.admin;

import io.shouqi.identity.Role;
import io.shouqi.identity.admin.PersonRows.Place;
import io.shouqi.shared.Checks;
import io.shouqi.sheet.SheetCells;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one file in their order; each wrong cell is named by its address. */
final class ImportCheck {

    private final ImportFacts facts;
    private final Map<String, Integer> seen = new HashMap<>();
    private Administrators administrators;

    ImportCheck(ImportFacts facts) {
        this.facts = facts;
        this.administrators = facts.administrators();
    }

    ImportLine line(SheetPerson row) {
        var checks = new Checks();
        row.unreadable()
                .forEach(e -> checks.add(e.field(), e.code(), e.arguments().toArray()));
        var unreadable = row.unreadable().stream().map(e -> e.field()).toList();
        var username = username(row, checks, unreadable.contains(cell(row, PeopleSheet.USERNAME)));
        var name = unreadable.contains(cell(row, PeopleSheet.NAME))
                ? null
                : checks.required(cell(row, PeopleSheet.NAME), row.name(), PersonForm.LONGEST_NAME);
        var before = username == null ? null : facts.known().get(username);
        var unit = unreadable.contains(cell(row, PeopleSheet.UNIT)) ? null : unit(row, before, checks);
        var roles = roles(row, checks);
        if (before != null && unit != null) {
            checkKnown(row, before, unit, roles, checks);
        }
        var place = new Place(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(unit, ""), roles);
        var line = new ImportLine(row.number(), username, place, before, PeopleSheet.found(checks));
        if (line.kind() == ImportLine.Kind.CHANGED && before != null && leaves(before, place)) {
            administrators = administrators.without(before.id());
        }
        return line;
    }

    private @Nullable String username(SheetPerson row, Checks checks, boolean unreadable) {
        var cell = cell(row, PeopleSheet.USERNAME);
        var username = unreadable ? null : checks.required(cell, row.username(), 40);
        if (username == null) {
            return null;
        }
        if (!PersonForm.USERNAME.matcher(username).matches() && !facts.known().containsKey(username)) {
            checks.add(cell, "admin.person.username.form");
            return null;
        }
        var first = seen.putIfAbsent(username, row.number());
        if (first != null) {
            checks.add(cell, "admin.import.twice", first);
        }
        if (facts.taken().contains(username)) {
            checks.add(cell, "admin.person.username.taken");
        }
        return username;
    }

    private @Nullable String unit(SheetPerson row, @Nullable Person before, Checks checks) {
        var cell = cell(row, PeopleSheet.UNIT);
        var text = checks.required(cell, row.unit(), 120);
        if (text == null) {
            return null;
        }
        var unit = facts.units().get(text);
        if (unit == null) {
            checks.add(cell, "admin.import.unit", text);
            return null;
        }
        if (!unit.active() && (before == null || !before.unit().equals(unit.code()))) {
            checks.add(cell, "admin.unit.closed");
        }
        return unit.code();
    }

    private Set<Role> roles(SheetPerson row, Checks checks) {
        var roles = EnumSet.noneOf(Role.class);
        var texts = new ArrayList<>(row.roles());
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text != null) {
                var cell = cell(row, PeopleSheet.ROLE + i);
                var role = facts.roles().get(text);
                if (role == null) {
                    checks.add(cell, "admin.import.role", text);
                } else {
                    roles.add(role);
                }
            }
        }
        if (texts.stream().allMatch(Objects::isNull)) {
            checks.add(cell(row, PeopleSheet.ROLE), "field.required");
        }
        return roles;
    }

    private void checkKnown(SheetPerson row, Person before, String unit, Set<Role> roles, Checks checks) {
        if (!before.active()) {
            checks.add(cell(row, PeopleSheet.USERNAME), "admin.import.inactive");
        } else if (facts.own().contains(before.id())) {
            if (!before.unit().equals(unit) || !before.roles().equals(roles)) {
                checks.add(cell(row, PeopleSheet.ROLE), "admin.person.own");
            }
        } else if (PeopleDesk.losesOffice(facts.company(), before, unit, roles) && administrators.isLast(before.id())) {
            checks.add(cell(row, PeopleSheet.ROLE), "admin.person.lastAdministrator");
        }
    }

    private boolean leaves(Person before, Place place) {
        return PeopleDesk.losesOffice(facts.company(), before, place.unit(), place.roles());
    }

    private static String cell(SheetPerson row, int column) {
        return SheetCells.address(row.number(), column);
    }
}
