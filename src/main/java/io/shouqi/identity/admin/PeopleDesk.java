package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.identity.FirstPassword;
import io.shouqi.identity.Passwords;
import io.shouqi.identity.Role;
import io.shouqi.identity.SecondFactor;
import io.shouqi.identity.Sessions;
import io.shouqi.identity.admin.PersonRows.Place;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes people in, changes where they belong and what they may do, lets them go and takes them back. Nobody touches the
 * own roles, and a company keeps an administrator.
 */
@Service
@Transactional
class PeopleDesk {

    private final People people;
    private final PersonRows rows;
    private final Units units;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Sessions sessions;

    PeopleDesk(
            People people,
            PersonRows rows,
            Units units,
            Passwords passwords,
            SecondFactor secondFactor,
            Sessions sessions) {
        this.people = people;
        this.rows = rows;
        this.units = units;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
    }

    /** @param password to be shown once and changed at the first login */
    record Admitted(UUID id, String password) {}

    /** @throws Refusal 422 where the user name is taken, without a word about whose it is */
    Admitted add(Actor actor, PersonForm form) {
        var checks = new Checks();
        var username = form.checkedUsername(checks);
        var place = place(actor, form, null, checks);
        checks.refuse();
        var id = PersonRows.newId();
        var password = FirstPassword.random();
        if (!rows.add(id, actor.company(), Objects.requireNonNull(username), place, password)) {
            throw Refusal.invalid("username", "admin.person.username.taken");
        }
        return new Admitted(id, password.text());
    }

    void change(Actor actor, UUID id, PersonForm form) {
        var before = people.managed(actor, id);
        var checks = new Checks();
        var place = place(actor, form, before, checks);
        if (actor.sharesEyesWith(id)
                && !(before.roles().equals(place.roles()) && before.unit().equals(place.unit()))) {
            checks.add("roles", "admin.person.own");
        }
        checks.refuse();
        if (before.active() && losesOffice(actor.company(), before, place.unit(), place.roles())) {
            requireAnother(actor.company(), id);
        }
        rows.change(before, place);
    }

    private Place place(Actor actor, PersonForm form, @Nullable Person before, Checks checks) {
        var name = form.checkedName(checks);
        var unit = form.checkedUnit(checks);
        var roles = form.checkedRoles(checks);
        if (unit != null) {
            checkUnit(actor, unit, before, checks);
        }
        return new Place(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(unit, ""), roles);
    }

    private void checkUnit(Actor actor, String code, @Nullable Person before, Checks checks) {
        var unit = units.managedBy(actor).stream()
                .filter(managed -> managed.code().equals(code))
                .findFirst();
        if (unit.isEmpty()) {
            checks.add("unit", "admin.person.unit.unknown");
        } else if (!unit.get().active() && (before == null || !before.unit().equals(code))) {
            checks.add("unit", "admin.unit.closed");
        }
    }

    /** Whether somebody would administer the company, or anything at all, no more. */
    static boolean losesOffice(String company, Person before, String unit, Set<Role> roles) {
        return before.isAdministrator()
                && (!roles.contains(Role.ADMINISTRATOR) || (before.unit().equals(company) && !unit.equals(company)));
    }

    void deactivate(Actor actor, UUID id) {
        var person = people.managed(actor, id);
        requireOther(actor, id);
        if (person.active() && person.isAdministrator()) {
            requireAnother(actor.company(), id);
        }
        rows.deactivate(id);
        sessions.endAll(id);
    }

    void reactivate(Actor actor, UUID id) {
        people.managed(actor, id);
        rows.reactivate(id);
    }

    /** @return the new password, to be shown once and changed at the next login */
    String resetPassword(Actor actor, UUID id) {
        people.managed(actor, id);
        requireOther(actor, id);
        return passwords.giveTemporary(id);
    }

    /** For whoever lost the phone and the recovery codes. */
    void removeSecondFactor(Actor actor, UUID id) {
        people.managed(actor, id);
        requireOther(actor, id);
        secondFactor.remove(id);
    }

    void endSessions(Actor actor, UUID id) {
        people.managed(actor, id);
        requireOther(actor, id);
        sessions.endAll(id);
    }

    private static void requireOther(Actor actor, UUID id) {
        if (actor.sharesEyesWith(id)) {
            throw Refusal.conflict("admin.person.own");
        }
    }

    private void requireAnother(String company, UUID id) {
        if (rows.administrators(company).isLast(id)) {
            throw Refusal.conflict("admin.person.lastAdministrator");
        }
    }
}
