package io.shouqi.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final Stores stores;

    Users(JdbcClient jdbc, Stores stores) {
        this.jdbc = jdbc;
        this.stores = stores;
    }

    public Optional<Actor> byUsername(String username) {
        return account("username = :key", username).map(this::actor);
    }

    public Optional<Actor> byId(UUID id) {
        return account("id = :key", id).map(this::actor);
    }

    Optional<Account> accountOf(String username) {
        return account("username = :key", username);
    }

    Optional<Account> accountOf(UUID id) {
        return account("id = :key", id);
    }

    Actor actor(Account account) {
        return new Actor(
                account.id(),
                account.username(),
                account.name(),
                account.company(),
                account.unit(),
                rolesOf(account.id()),
                stores.below(account.company(), account.unit()),
                null);
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
