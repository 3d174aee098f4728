package io.shouqi.identity;

import io.shouqi.database.Caller;
import io.shouqi.database.Reach;
import io.shouqi.shared.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts: a person at a page, or the named user an API key acts for.
 *
 * @param company code of the company; nobody acts for two
 * @param unit code of the company, area or store this person belongs to
 * @param stores codes of the stores at or below the unit: the data scope
 * @param actingFor the absent colleague whose roles and scope these are; null where they are one's own
 */
public record Actor(
        UUID id,
        String username,
        String name,
        String company,
        String unit,
        Set<Role> roles,
        Set<String> stores,
        @Nullable Absent actingFor) {

    private static final UUID SYSTEM = new UUID(0, 0);

    /** Somebody on leave. */
    public record Absent(UUID id, String name) {}

    public Actor {
        roles = Set.copyOf(roles);
        stores = Set.copyOf(stores);
    }

    /** The product itself at work for a company: timers, callbacks, the outbox. */
    public static Actor system(String company) {
        return new Actor(SYSTEM, "system", Caller.SYSTEM.name(), company, company, Set.of(), Set.of(), null);
    }

    /** A deputy who works with this one's roles and stores, under the own name. */
    Actor doneBy(Actor deputy) {
        return new Actor(deputy.id, deputy.username, deputy.name, company, unit, roles, stores, new Absent(id, name));
    }

    /** The rows this actor's transactions see. */
    public Reach reach() {
        return unit.equals(company) ? Reach.ofCompany(company) : Reach.ofStores(company, stores);
    }

    /** @param address where the request came from */
    public Caller through(Caller.Via via, String address) {
        return new Caller(reach(), id, name, actingFor == null ? null : actingFor.name(), via, address);
    }

    /** Id of the absent colleague whose work this is; null for one's own. */
    public @Nullable UUID onBehalfOf() {
        return actingFor == null ? null : actingFor.id();
    }

    /** Ids of those whose desk this is: one's own, and that of the absent colleague. */
    public Set<UUID> desks() {
        return actingFor == null ? Set.of(id) : Set.of(id, actingFor.id());
    }

    /** Whether this is that person, or stands in for that person: one pair of eyes. */
    public boolean sharesEyesWith(UUID person) {
        return id.equals(person) || (actingFor != null && actingFor.id().equals(person));
    }

    /**
     * Four eyes: money that one person took in is not sent out again by the same person.
     *
     * @param first who did the first half; null for the product itself or a customer
     * @throws Refusal 403 where it was this actor, or the colleague this actor stands in for
     */
    public void requireOtherEyesThan(@Nullable UUID first, String code) {
        if (first != null && sharesEyesWith(first)) {
            throw Refusal.forbidden(code);
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @param store that of a thing; the company's own code where no store has it, which is for those of all stores */
    public boolean mayWorkIn(String company, String store) {
        return this.company.equals(company)
                && (stores.contains(store) || (unit.equals(company) && store.equals(company)));
    }

    /**
     * @param code of the same refusal that a number nobody has would get
     * @throws Refusal 404 where this actor may not know that the thing exists
     */
    public void requireStore(String company, String store, String code, String number) {
        if (!mayWorkIn(company, store)) {
            throw Refusal.unknown(code, number);
        }
    }
}
