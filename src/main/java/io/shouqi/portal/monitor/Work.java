package io.shouqi.portal.monitor;

import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case and what it works for.
 *
 * @param key what it is started for: a contract, one of its receivables, an approval, money in suspense
 * @param contract null where it is about none
 * @param address null where it is about no contract
 * @param storeCode the company's own code where it belongs to no store
 * @param store null where it belongs to no store
 * @param open what is still to come in
 */
record Work(
        String instance,
        String process,
        int version,
        String key,
        @Nullable String contract,
        @Nullable String address,
        String storeCode,
        @Nullable String store,
        Money open) {

    /** Of a row v with the joins of {@link Scope}, and the store's name as s. */
    static final String COLUMNS = "v.instance, v.process, v.version, v.business_key, c.number as contract, c.address, "
            + Scope.STORE + " as store_code, s.name as store, " + Scope.MONEY + " as open_fen";

    /** What these columns need of one page. */
    static final String JOINS = Scope.BUSINESS + Scope.OPEN_OF_FEW + Scope.LIST
            + " left join organisation_unit s on s.company = v.company and s.kind = 'STORE' and s.code = "
            + Scope.STORE;

    static Work of(ResultSet rs) throws SQLException {
        return new Work(
                rs.getString("instance"),
                rs.getString("process"),
                rs.getInt("version"),
                Objects.requireNonNullElse(rs.getString("business_key"), ""),
                rs.getString("contract"),
                rs.getString("address"),
                rs.getString("store_code"),
                rs.getString("store"),
                Money.ofFen(rs.getLong("open_fen")));
    }
}
