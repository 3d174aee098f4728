package io.shouqi.portal.lists;

import io.shouqi.identity.Actor;
import io.shouqi.portal.NumberSearch;
import io.shouqi.vault.Fingerprint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A where clause that grows by what somebody asks for, so that the database plans for just that. */
public final class Scoped {

    private final StringBuilder sql;
    private final Map<String, Object> values = new HashMap<>();

    /** @param rows alias of the table, which has a company and a store */
    public Scoped(Actor actor, String rows) {
        sql = new StringBuilder(" where %1$s.company = :company and %1$s.store_code = any(:stores)".formatted(rows));
        values.put("company", actor.company());
        values.put("stores", actor.stores().toArray(String[]::new));
    }

    public Scoped and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** @param condition names the value; left out where there is none */
    public Scoped and(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition).with(name, value);
    }

    public Scoped with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** For a condition that finds people by phone or id number. */
    public Scoped with(NumberSearch.Numbers typed) {
        return with("phones", Fingerprint.array(typed.phone().whole()))
                .with("phoneTails", Fingerprint.array(typed.phone().tail()))
                .with("idNos", Fingerprint.array(typed.idNo().whole()))
                .with("idNoTails", Fingerprint.array(typed.idNo().tail()));
    }

    public Map<String, Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
