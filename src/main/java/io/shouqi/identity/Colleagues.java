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

    /** The unit of a person and those above it. */
    private static final String ABOVE = """
            with recursive above as (
              select o.code, o.parent from organisation_unit o join app_user u on u.company = o.company and u.unit = o.code
               where u.id = :person and u.company = :company
              union all
              select o.code, o.parent from organisation_unit o join above a on o.code = a.parent
               where o.company = :company)
            """;

    private static final String BELONGS = ABOVE + "select exists (select 1 from above where code = :unit)";

    private static final String LEADS = ABOVE + """
            select exists (select 1 from above a join app_user u on u.unit = a.code
                            where u.id = :other and u.company = :company)
            """;

    private final JdbcClient jdbc;
    private final Users users;

    Colleagues(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
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

    /** Oneself, and those at or below the own unit whose roles are all one's own to hand on. */
    boolean mayManage(Actor actor, UUID person) {
        return actor.id().equals(person)
                || (managesPeople(actor)
                        && belongs(person, actor)
                        && Delegation.of(actor).containsAll(users.rolesOf(person)));
    }

    /** People choose their own deputy; for others one of the own people, or whoever is at or above the absent one's unit. */
    boolean mayChoose(Actor actor, UUID absent, UUID deputy) {
        return actor.id().equals(absent) || belongs(deputy, actor) || leads(deputy, absent, actor.company());
    }

    static boolean managesPeople(Actor actor) {
        return !Delegation.of(actor).isEmpty();
    }

    private boolean belongs(UUID person, Actor actor) {
        return jdbc.sql(BELONGS)
                .param("person", person)
                .param("company", actor.company())
                .param("unit", actor.unit())
                .query(Boolean.class)
                .single();
    }

    private boolean leads(UUID deputy, UUID absent, String company) {
        return jdbc.sql(LEADS)
                .param("person", absent)
                .param("company", company)
                .param("other", deputy)
                .query(Boolean.class)
                .single();
    }

    record Person(UUID id, String username, String name) {}
}
