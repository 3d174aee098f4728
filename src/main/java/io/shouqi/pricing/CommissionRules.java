package io.shouqi.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** How the commission is shared out 分佣, by the split table; a store's own rows beat the general ones. */
@Service
public class CommissionRules {

    private final RuleTables tables;

    CommissionRules(RuleTables tables) {
        this.tables = tables;
    }

    /** @return shares that sum to 100 percent, in the order of the sheet; empty where the table has none */
    public List<Share> shares(String company, DealType type, String storeCode, LocalDate on) {
        var fired = tables.on(company, Tables.COMMISSION_SPLIT, on)
                .table()
                .fire(new RuleCase(on).type(type).place("", storeCode));
        return Specificity.most(fired).stream()
                .map(row -> new Share(row.needed("role"), Objects.requireNonNull(row.number("percent"))))
                .toList();
    }
}
