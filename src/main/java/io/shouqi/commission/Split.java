package io.shouqi.commission;

import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.pricing.Share;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the net commission of a contract is shared out 分佣: the co-broker's percent first, what remains over the roles of
 * the split table. A role's holders share it equally; the last part takes the remainder, so the parts always sum.
 */
final class Split {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_SCALE = 4;
    private static final String CO_BROKER = "CO_BROKER";
    private static final String COMPANY = "COMPANY";
    /** What these roles earn stays with the company, which pays its managers by its own rules. */
    private static final Set<String> COMPANY_ROLES = Set.of("MANAGER", COMPANY);

    private static final List<Share> NOBODY_ELSE = List.of(new Share(COMPANY, HUNDRED));

    private Split() {}

    /** Those who had a hand in a contract. */
    record Deal(
            String company,
            String storeCode,
            String storeName,
            List<Agent> agents,
            @Nullable CoBroker coBroker) {}

    /**
     * @param beneficiary username of an agent, code of a store or company, name of a co-broker
     * @param percent of the whole net commission, for reading; the amount is what counts
     */
    record Part(BeneficiaryKind kind, String beneficiary, String name, String role, BigDecimal percent, Money amount) {

        private boolean isShare(ShareView share) {
            return kind == share.kind()
                    && beneficiary.equals(share.beneficiary())
                    && role.equals(share.role())
                    && percent.compareTo(share.percent()) == 0;
        }
    }

    private record Holder(BeneficiaryKind kind, String key, String name) {}

    /** @param table shares that sum to 100; where there are none, all of it is the company's */
    static List<Part> of(Money net, Deal deal, List<Share> table) {
        var shares = table.isEmpty() ? NOBODY_ELSE : table;
        var parts = new ArrayList<Part>();
        var rest = net;
        var restPercent = HUNDRED;
        var coBroker = deal.coBroker();
        if (coBroker != null) {
            var amount = net.times(coBroker.percent().movePointLeft(2));
            var percent = coBroker.percent().setScale(PERCENT_SCALE, RoundingMode.HALF_UP);
            parts.add(
                    new Part(BeneficiaryKind.CO_BROKER, coBroker.name(), coBroker.name(), CO_BROKER, percent, amount));
            rest = net.minus(amount);
            restPercent = HUNDRED.subtract(coBroker.percent());
        }
        var amounts = rest.split(shares.stream().map(Share::percent).toList());
        for (var i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            var percent = share.percent().multiply(restPercent).movePointLeft(2);
            parts.addAll(among(holders(share.role(), deal), share.role(), percent, amounts.get(i)));
        }
        return parts;
    }

    /**
     * Amounts of shares that were fixed before, for another net: those of the split where it names the same people for the
     * same percentages, as it does unless a table was replaced in between; else in the proportion of the shares.
     */
    static List<Money> again(List<Part> parts, List<ShareView> fixed) {
        var amounts = parts.stream().map(Part::amount).toList();
        var same = parts.size() == fixed.size()
                && IntStream.range(0, parts.size()).allMatch(i -> parts.get(i).isShare(fixed.get(i)));
        return same
                ? amounts
                : Money.sum(amounts)
                        .split(fixed.stream().map(ShareView::percent).toList());
    }

    private static List<Part> among(List<Holder> holders, String role, BigDecimal percent, Money amount) {
        var each = percent.divide(BigDecimal.valueOf(holders.size()), PERCENT_SCALE, RoundingMode.HALF_UP);
        var amounts = amount.split(Collections.nCopies(holders.size(), BigDecimal.ONE));
        var parts = new ArrayList<Part>();
        for (var i = 0; i < holders.size(); i++) {
            var holder = holders.get(i);
            parts.add(new Part(holder.kind(), holder.key(), holder.name(), role, each, amounts.get(i)));
        }
        return parts;
    }

    private static List<Holder> holders(String role, Deal deal) {
        if (COMPANY_ROLES.contains(role)) {
            return List.of(new Holder(BeneficiaryKind.COMPANY, deal.company(), deal.company()));
        }
        var agents = deal.agents().stream()
                .filter(agent -> agent.role().equals(role))
                .map(agent -> new Holder(BeneficiaryKind.AGENT, agent.username(), agent.name()))
                .distinct()
                .toList();
        return agents.isEmpty()
                ? List.of(new Holder(BeneficiaryKind.STORE, deal.storeCode(), deal.storeName()))
                : agents;
    }
}
