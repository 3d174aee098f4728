package io.shouqi.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of a company, as they know each other. */
@Component
@Transactional(readOnly = true)
class Colleagues {

    private static final int MOST = 300;

    private static final String BRANCH = """
            with recursive above as (
              select code, parent from organisation_unit where company = :company and code = :unit
              union all
              select o.code, o.parent from organisation_unit o join above a on o.code = a.parent
               where o.company = :company),
            below as (
              select code from organisation_unit where company = :company and code = :unit
              union all
              select o.code from organisation_unit o join below b on o.parent = b.code where o.company = :company)
            select id, username, name from app_user
             where company = :company and active and id <> :id
               and unit in (select code from above union select code from below)
             order by unit <> :unit, name, username limit :most
            """;

    private static final String BELOW = """
            with recursive above as (
              select o.code, o.parent from organisation_unit o join app_user u on u.company = o.company and u.unit = o.code
               where u.id = :person and u.company = :company
                 and not exists (select 1 from user_role r where r.user_id = u.id and r.role = 'ADMINISTRATOR')
              union all
              select o.code, o.parent from organisation_unit o join above a on o.code = a.parent
               where o.company = :company)
            select 1 from above where code = :unit
            """;

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> named(String username, String company) {
        return jdbc.sql("select id, username, name from app_user where username = ? and company = ? and active")
                .params(username, company)
                .query(Person.class)
                .optional();
    }

    /** To choose from while typing: those of the own unit, below and above it; others are known by their user name. */
    List<Person> of(Actor actor) {
        return jdbc.sql(BRANCH)
                .param("company", actor.company())
                .param("id", actor.id())
                .param("unit", actor.unit())
                .param("most", MOST)
                .query(Person.class)
                .list();
    }

    /** One's own, as a manager those at or below the unit except administrators, as an administrator everybody's. */
    boolean mayManage(Actor actor, UUID person) {
        if (actor.id().equals(person)) {
            return true;
        }
        if (actor.is(Role.ADMINISTRATOR)) {
            return exists("select 1 from app_user where id = :person and company = :company", actor, person);
        }
        return managesPeople(actor) && exists(BELOW, actor, person);
    }

    static boolean managesPeople(Actor actor) {
        return actor.is(Role.STORE_MANAGER)
                || actor.is(Role.AREA_MANAGER)
                || actor.is(Role.DIRECTOR)
                || actor.is(Role.ADMINISTRATOR);
    }

    private boolean exists(String query, Actor actor, UUID person) {
        var spec = jdbc.sql("select exists (" + query + ")")
                .param("person", person)
                .param("company", actor.company());
        return (query.equals(BELOW) ? spec.param("unit", actor.unit()) : spec)
                .query(Boolean.class)
                .single();
    }

    record Person(UUID id, String username, String name) {}
}
