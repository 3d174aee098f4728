package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fee list as it was kept: what it was computed from, and what came out. */
record PricedCase(
        String contractNo,
        List<PricedDeal.Agent> agents,
        QuoteRequest request,
        int tableVersion,
        Money total,
        List<Line> lines) {

    /** @param tax "" for money collected for others */
    record Line(String code, String payer, FeeGroup group, String tax, Money amount, int row) {

        boolean isCommission() {
            return group == FeeGroup.BASIC && !tax.isEmpty();
        }
    }

    /** What the agents and the company share. */
    Money commission() {
        return Money.sum(
                lines.stream().filter(Line::isCommission).map(Line::amount).toList());
    }

    static PricedCase of(ResultSet rs) throws SQLException {
        var names = texts(rs, "agent_names");
        var usernames = texts(rs, "agents");
        var agents = new ArrayList<PricedDeal.Agent>();
        for (var i = 0; i < usernames.length; i++) {
            agents.add(new PricedDeal.Agent(usernames[i], names[i]));
        }
        return new PricedCase(
                rs.getString("contract_no"),
                agents,
                new QuoteRequest(
                        rs.getString("company"),
                        DealType.valueOf(rs.getString("type")),
                        rs.getString("city"),
                        rs.getString("store_code"),
                        rs.getObject("signed_on", LocalDate.class),
                        money(rs, "price_fen"),
                        money(rs, "monthly_rent_fen"),
                        List.of(texts(rs, "services")),
                        rs.getObject("discount_percent", BigDecimal.class)),
                rs.getInt("table_version"),
                Money.ofFen(rs.getLong("total_fen")),
                lines(rs));
    }

    private static List<Line> lines(ResultSet rs) throws SQLException {
        var codes = texts(rs, "codes");
        var payers = texts(rs, "payers");
        var groups = texts(rs, "groups");
        var taxes = texts(rs, "taxes");
        var amounts = (Long[]) rs.getArray("amounts").getArray();
        var rows = (Integer[]) rs.getArray("sheet_rows").getArray();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < codes.length; i++) {
            lines.add(new Line(
                    codes[i], payers[i], FeeGroup.valueOf(groups[i]), taxes[i], Money.ofFen(amounts[i]), rows[i]));
        }
        return lines;
    }

    private static String[] texts(ResultSet rs, String column) throws SQLException {
        return (String[]) rs.getArray(column).getArray();
    }

    private static @Nullable Money money(ResultSet rs, String column) throws SQLException {
        var fen = rs.getObject(column, Long.class);
        return fen == null ? null : Money.ofFen(fen);
    }
}
