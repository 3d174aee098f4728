package io.shouqi.portal.home;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who looks at what, and when.
 *
 * @param store the one that was chosen; null for all of the actor's
 */
record View(Actor actor, @Nullable String store, Instant now) {

    private static final Set<Role> LEADS = Set.of(Role.STORE_MANAGER, Role.AREA_MANAGER, Role.DIRECTOR, Role.FINANCE);
    private static final Set<Role> STORE = Set.of(Role.CLERK, Role.CASHIER, Role.AGENT);

    LocalDate today() {
        return BusinessTime.dayOf(now);
    }

    OffsetDateTime endOfToday() {
        return at(BusinessTime.startOf(today().plusDays(1)));
    }

    Set<String> stores() {
        return store == null ? actor.stores() : Set.of(store);
    }

    /** Whether the company's own matters are this person's too. */
    boolean isCompanyWide() {
        return store == null && actor.unit().equals(actor.company());
    }

    boolean leads() {
        return actor.roles().stream().anyMatch(LEADS::contains);
    }

    boolean worksInStore() {
        return leads() || actor.roles().stream().anyMatch(STORE::contains);
    }

    /** A query about these stores, with the parameters company, stores and today. */
    StatementSpec ask(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .param("company", actor.company())
                .param("stores", stores().toArray(String[]::new))
                .param("today", today());
    }

    String[] roles() {
        return actor.roles().stream().map(Role::name).toArray(String[]::new);
    }

    UUID[] desks() {
        return actor.desks().toArray(UUID[]::new);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
