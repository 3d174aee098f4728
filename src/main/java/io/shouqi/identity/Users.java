package io.shouqi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People of the organisation, as actors with their roles and data scope. */
@Service
@Transactional(readOnly = true)
public class Users {

    private static final String ACCOUNTS = """
            select id, username, name, company, unit, password_hash, must_change_password,
              exists (select 1 from second_factor f where f.user_id = u.id and f.confirmed) as has_second_factor
              from app_user u where u.active and\s""";

    /** Everything about a person in one query: it is asked with every request. */
    private static final String ACTORS = """
            select u.id, u.username, u.name, u.company, u.unit,
              array(select role from user_role r where r.user_id = u.id) as roles,
              array(with recursive tree as (
                      select code, kind from organisation_unit where company = u.company and code = u.unit
                      union all
                      select c.code, c.kind from organisation_unit c
                        join tree t on c.parent = t.code where c.company = u.company)
                    select code from tree where kind = 'STORE') as stores
              from app_user u where u.active and\s""";

    private static final int MOST_COLLEAGUES = 20;

    private static final String COLLEAGUES = """
            with recursive above as (
              select code, parent from organisation_unit where company = :company and code = :store
              union all
              select o.code, o.parent from organisation_unit o join above a on o.code = a.parent
               where o.company = :company)
            select u.username, u.name from app_user u join user_role r on r.user_id = u.id and r.role = :role
             where u.company = :company and u.active and u.id <> all(:except) and u.unit in (select code from above)
               and (position(lower(:part) in lower(u.name)) > 0 or position(lower(:part) in lower(u.username)) > 0)
             order by u.unit <> :store, u.name, u.username limit :most
            """;

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Actor> byUsername(String username) {
        return actor("username = :key", username);
    }

    public Optional<Actor> byId(UUID id) {
        return actor("id = :key", id);
    }

    Map<UUID, Actor> byIds(Set<UUID> ids) {
        return jdbc.sql(ACTORS + "id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(Users::actor).stream()
                .collect(Collectors.toMap(Actor::id, Function.identity()));
    }

    /** Those of one store who have that role, by name. */
    public List<Colleague> ofStore(String company, String store, Role role) {
        return jdbc.sql("""
                        select u.username, u.name from app_user u join user_role r on r.user_id = u.id
                         where u.company = ? and u.unit = ? and u.active and r.role = ? order by u.name, u.username
                        """)
                .params(company, store, role.name())
                .query(Colleague.class)
                .list();
    }

    public record Colleague(String username, String name) {}

    /**
     * Those who have that role at a store or above it.
     *
     * @param part of the name or the user name; empty for everybody
     * @param except ids of those who are no choice
     */
    public List<Colleague> whoMayDo(Role role, String company, String store, String part, Set<UUID> except) {
        return jdbc.sql(COLLEAGUES)
                .param("role", role.name())
                .param("company", company)
                .param("store", store)
                .param("part", part.strip())
                .param("except", except.toArray(UUID[]::new))
                .param("most", MOST_COLLEAGUES)
                .query(Colleague.class)
                .list();
    }

    private Optional<Actor> actor(String condition, Object key) {
        return jdbc.sql(ACTORS + condition)
                .param("key", key)
                .query(Users::actor)
                .optional();
    }

    private static Actor actor(ResultSet row, int number) throws SQLException {
        return new Actor(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("company"),
                row.getString("unit"),
                texts(row, "roles").map(Role::valueOf).collect(Collectors.toSet()),
                texts(row, "stores").collect(Collectors.toSet()),
                null);
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    Optional<Account> accountOf(String username) {
        return account("username = :key", username);
    }

    Optional<Account> accountOf(UUID id) {
        return account("id = :key", id);
    }

    private Optional<Account> account(String condition, Object key) {
        return jdbc.sql(ACCOUNTS + condition)
                .param("key", key)
                .query(Account.class)
                .optional();
    }

    Set<Role> rolesOf(UUID user) {
        var roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select role from user_role where user_id = :user")
                .param("user", user)
                .query(String.class)
                .list()
                .forEach(role -> roles.add(Role.valueOf(role)));
        return roles;
    }

    record Account(
            UUID id,
            String username,
            String name,
            String company,
            String unit,
            String passwordHash,
            boolean mustChangePassword,
            boolean hasSecondFactor) {}
}
