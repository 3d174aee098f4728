package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.pricing.sheet.Terms;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How the commission of a deal is shared 分佣. */
@Service
public class CommissionRules {

    static final String COMPANY = "COMPANY";

    /** The key of a column is the role it pays. */
    private static final List<Column<BigDecimal>> SHARES = List.of(
            Column.term("LISTING", "房源方", CellKind.PERCENT),
            Column.term("BUYER_SIDE", "客源方", CellKind.PERCENT),
            Column.term("CLOSING", "成交方", CellKind.PERCENT),
            Column.term("MANAGER", "店长", CellKind.PERCENT),
            Column.term(COMPANY, "公司", CellKind.PERCENT));

    static final TableForm FORM = new TableForm(
            "commission-split",
            "分佣",
            "佣金分给谁多少，一行加起来必须正好 100%。门店编号空着表示所有门店；写明门店的行优先。",
            List.of(
                    CaseColumns.DEAL.needed(),
                    CaseColumns.STORE,
                    SHARES.get(0),
                    SHARES.get(1),
                    SHARES.get(2),
                    SHARES.get(3),
                    SHARES.get(4),
                    CaseColumns.VALID_FROM,
                    CaseColumns.VALID_TO),
            List.of(CaseColumns.DEAL),
            List.of(CaseColumns.STORE),
            List.of(CaseColumns.DAYS),
            CaseColumns.sumsTo100(SHARES));

    private final RulesInForce rules;

    CommissionRules(RulesInForce rules) {
        this.rules = rules;
    }

    /** The shares, which sum to 100; roles without one are left out. None where the table has no row for the deal. */
    public List<Share> shares(String company, DealType type, String storeCode, LocalDate on) {
        return shares(company, type, storeCode, on, null);
    }

    /** @param knownAt by what had been published then; null for all that is published now */
    public List<Share> shares(
            String company, DealType type, String storeCode, LocalDate on, @Nullable Instant knownAt) {
        return rules.on(FORM, company, on, knownAt)
                .table()
                .decideOne(Case.on(on).deal(type).store(storeCode))
                .map(hit -> shares(hit.terms()))
                .orElse(List.of());
    }

    /** What each role gets of an amount; the last one takes the remainder. */
    static Map<String, Money> partsByRole(Terms terms, Money amount) {
        var paid = SHARES.stream().filter(terms::has).toList();
        var parts = amount.split(paid.stream().map(terms::need).toList());
        var byRole = new LinkedHashMap<String, Money>();
        for (var i = 0; i < paid.size(); i++) {
            byRole.put(paid.get(i).key(), parts.get(i));
        }
        return byRole;
    }

    static String label(String role) {
        return SHARES.stream()
                .filter(column -> column.key().equals(role))
                .map(Column::label)
                .findFirst()
                .orElse(role);
    }

    private static List<Share> shares(Terms terms) {
        return SHARES.stream()
                .filter(terms::has)
                .map(column -> new Share(column.key(), terms.need(column)))
                .filter(share -> share.percent().signum() > 0)
                .toList();
    }
}
