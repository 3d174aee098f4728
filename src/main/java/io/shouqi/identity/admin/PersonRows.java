package io.shouqi.identity.admin;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.FirstPassword;
import io.shouqi.identity.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes people and their roles; whoever calls has checked that it may be. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PersonRows {

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an administrator decides about somebody. */
    record Place(String name, String unit, Set<Role> roles) {}

    /** The administrators as they are until this transaction ends: others who would change them wait. */
    Administrators administrators(String company) {
        jdbc.sql("select code from company where code = ? for no key update")
                .param(company)
                .query(String.class)
                .single();
        return new Administrators(
                administrators(company, unit -> unit.equals(company)),
                administrators(company, unit -> !unit.equals(company)));
    }

    private Set<UUID> administrators(String company, Predicate<String> where) {
        return jdbc.sql("""
                        select p.id, p.unit from app_user p join user_role r on r.user_id = p.id
                         where p.company = ? and p.active and r.role = 'ADMINISTRATOR'
                        """).param(company).query(Seat.class).list().stream()
                .filter(seat -> where.test(seat.unit()))
                .map(Seat::id)
                .collect(Collectors.toSet());
    }

    private record Seat(UUID id, String unit) {}

    /** @return false where somebody has the user name, in whatever company */
    boolean add(UUID id, String company, String username, Place place, FirstPassword password) {
        var added = jdbc.sql("""
                        insert into app_user(id, company, unit, username, name, password_hash, must_change_password)
                        values (?, ?, ?, ?, ?, ?, true) on conflict do nothing
                        """)
                .params(id, company, place.unit(), username, place.name(), password.hash())
                .update();
        if (added == 1) {
            place.roles().forEach(role -> grant(id, role));
        }
        return added == 1;
    }

    static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    void change(Person before, Place after) {
        jdbc.sql("update app_user set name = ?, unit = ? where id = ?")
                .params(after.name(), after.unit(), before.id())
                .update();
        var gone = new HashSet<>(before.roles());
        gone.removeAll(after.roles());
        gone.forEach(role -> jdbc.sql("delete from user_role where user_id = ? and role = ?")
                .params(before.id(), role.name())
                .update());
        var granted = new HashSet<>(after.roles());
        granted.removeAll(before.roles());
        granted.forEach(role -> grant(before.id(), role));
    }

    private void grant(UUID id, Role role) {
        jdbc.sql("insert into user_role(user_id, role) values (?, ?) on conflict do nothing")
                .params(id, role.name())
                .update();
    }

    void deactivate(UUID id) {
        jdbc.sql("update app_user set active = false where id = ?").param(id).update();
    }

    void reactivate(UUID id) {
        jdbc.sql("update app_user set active = true where id = ?").param(id).update();
    }
}
