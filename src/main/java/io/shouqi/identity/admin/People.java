package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.lists.ListPage;
import io.shouqi.shared.PageCursor;
import io.shouqi.shared.Refusal;
import io.shouqi.shared.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the units that an administrator manages. */
@Component
@Transactional(readOnly = true)
class People {

    static final int PAGE = 50;

    private static final String WANTED = """
             and (:like::text is null or p.username ilike :like or p.name ilike :like)
             and (:role::text is null or exists (select 1 from user_role r where r.user_id = p.id and r.role = :role))
             and (:active::boolean is null or p.active = :active)
             and (:usernames::text[] is null or p.username = any(:usernames))
            """;

    private static final String PERSON = """
            select p.id, p.username, p.name, p.unit, u.name as unit_name, p.active,
                   p.must_change_password,
                   exists (select 1 from second_factor f where f.user_id = p.id and f.confirmed) as second_factor,
                   array(select r.role from user_role r where r.user_id = p.id) as roles
              from app_user p join organisation_unit u on u.company = p.company and u.code = p.unit
             where p.company = :company and p.unit in (:units)
            """;

    private final Units units;
    private final JdbcClient jdbc;

    People(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /** Whether somebody works here now. */
    enum State {
        ACTIVE,
        INACTIVE
    }

    /**
     * What to look for; null does not narrow.
     *
     * @param unit also whoever is below it
     */
    record Wanted(
            @Nullable String text,
            @Nullable String unit,
            @Nullable Role role,
            @Nullable State state,
            @Nullable List<String> usernames) {}

    /**
     * By user name.
     *
     * @throws Refusal 404 for a unit that is not this administrator's
     */
    ListPage<Person> page(Actor actor, Wanted wanted, @Nullable PageCursor after, int size) {
        var found = wanted(PERSON + WANTED + """
                         and (:cursor::text is null or p.username > :cursor)
                       order by p.username limit :limit
                      """, actor, wanted)
                .param("cursor", after == null ? null : after.number())
                .param("limit", size + 1)
                .query(People::map)
                .list();
        return ListPage.of(found, size, Function.identity(), person -> new PageCursor("", "", person.username()));
    }

    long count(Actor actor, Wanted wanted) {
        return wanted(
                        "select count(*) from app_user p where p.company = :company and p.unit in (:units)" + WANTED,
                        actor,
                        wanted)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec wanted(String sql, Actor actor, Wanted wanted) {
        var usernames = wanted.usernames();
        return jdbc.sql(sql)
                .param("company", actor.company())
                .param("units", wanted.unit() == null ? units.codes(actor) : units.codesWithin(actor, wanted.unit()))
                .param("like", SearchText.anywhere(wanted.text()))
                .param("role", wanted.role() == null ? null : wanted.role().name())
                .param("active", wanted.state() == null ? null : wanted.state() == State.ACTIVE)
                .param("usernames", usernames == null ? null : usernames.toArray(String[]::new));
    }

    /** @throws Refusal 404 also where the person exists but is not this administrator's */
    Person managed(Actor actor, UUID id) {
        return jdbc.sql(PERSON + " and p.id = :id")
                .param("company", actor.company())
                .param("units", units.codes(actor))
                .param("id", id)
                .query(People::map)
                .optional()
                .orElseThrow(() -> Refusal.unknown("admin.person.unknown"));
    }

    /** Active people, for whom a key may act. */
    List<Person> active(Actor actor) {
        return jdbc.sql(PERSON + " and p.active order by p.username")
                .param("company", actor.company())
                .param("units", units.codes(actor))
                .query(People::map)
                .list();
    }

    List<Person> named(Actor actor, Set<String> usernames) {
        return usernames.isEmpty()
                ? List.of()
                : jdbc.sql(PERSON + " and p.username in (:usernames)")
                        .param("company", actor.company())
                        .param("units", units.codes(actor))
                        .param("usernames", usernames)
                        .query(People::map)
                        .list();
    }

    private static Person map(ResultSet rs, int row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) rs.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new Person(
                rs.getObject("id", UUID.class),
                rs.getString("username"),
                rs.getString("name"),
                rs.getString("unit"),
                rs.getString("unit_name"),
                Collections.unmodifiableSet(roles),
                rs.getBoolean("active"),
                rs.getBoolean("must_change_password"),
                rs.getBoolean("second_factor"));
    }
}
