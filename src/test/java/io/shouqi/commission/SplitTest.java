package io.shouqi.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.commission.Split.Deal;
import io.shouqi.commission.Split.Part;
import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.pricing.Share;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final Agent WANG = new Agent("wang", "王明", "LISTING");
    private static final Agent LI = new Agent("li", "李娜", "BUYER_SIDE");
    private static final Agent ZHAO = new Agent("zhao", "赵强", "CLOSING");
    private static final List<Share> THREE_ROLES =
            List.of(share("LISTING", "20"), share("BUYER_SIDE", "30"), share("CLOSING", "50"));
    private static final List<Share> AGENT_MANAGER_COMPANY =
            List.of(share("CLOSING", "35"), share("MANAGER", "15"), share("COMPANY", "50"));

    @Test
    void the_agent_takes_35_the_manager_15_and_the_company_50() {
        var parts = Split.of(Money.ofYuan("94339.62"), deal(List.of(ZHAO), null), AGENT_MANAGER_COMPANY);

        assertThat(parts)
                .extracting(
                        Part::kind,
                        Part::beneficiary,
                        Part::role,
                        p -> p.amount().yuan())
                .containsExactly(
                        tuple(BeneficiaryKind.AGENT, "zhao", "CLOSING", "33018.87"),
                        tuple(BeneficiaryKind.COMPANY, "YIJU", "MANAGER", "14150.94"),
                        tuple(BeneficiaryKind.COMPANY, "YIJU", "COMPANY", "47169.81"));
    }

    @Test
    void listing_takes_20_the_buyers_side_30_and_closing_50() {
        var parts = Split.of(Money.ofYuan("100000.00"), deal(List.of(WANG, LI, ZHAO), null), THREE_ROLES);

        assertThat(parts)
                .extracting(
                        Part::beneficiary,
                        p -> p.amount().yuan(),
                        p -> p.percent().toPlainString())
                .containsExactly(
                        tuple("wang", "20000.00", "20.0000"),
                        tuple("li", "30000.00", "30.0000"),
                        tuple("zhao", "50000.00", "50.0000"));
    }

    @Test
    void several_agents_with_one_role_share_it_equally_and_the_last_takes_the_odd_fen() {
        var agents = List.of(WANG, new Agent("sun", "孙丽", "LISTING"), new Agent("qian", "钱进", "LISTING"), LI, ZHAO);

        var parts = Split.of(Money.ofYuan("1000.10"), deal(agents, null), THREE_ROLES);

        assertThat(parts)
                .extracting(
                        Part::beneficiary,
                        p -> p.amount().yuan(),
                        p -> p.percent().toPlainString())
                .containsExactly(
                        tuple("wang", "66.67", "6.6667"),
                        tuple("sun", "66.67", "6.6667"),
                        tuple("qian", "66.68", "6.6667"),
                        tuple("li", "300.03", "30.0000"),
                        tuple("zhao", "500.05", "50.0000"));
    }

    @Test
    void a_role_that_nobody_holds_goes_to_the_store() {
        var parts = Split.of(Money.ofYuan("100.00"), deal(List.of(WANG, ZHAO), null), THREE_ROLES);

        assertThat(parts.get(1))
                .isEqualTo(new Part(
                        BeneficiaryKind.STORE,
                        "BJ001",
                        "朝阳门店",
                        "BUYER_SIDE",
                        new BigDecimal("30.0000"),
                        Money.ofYuan("30.00")));
    }

    @Test
    void a_co_broker_takes_30_percent_off_the_net_before_all_others() {
        var coBroker = new CoBroker("安家地产", new BigDecimal("30"));

        var parts = Split.of(Money.ofYuan("94339.62"), deal(List.of(ZHAO), coBroker), AGENT_MANAGER_COMPANY);

        assertThat(parts)
                .extracting(
                        Part::kind,
                        Part::name,
                        p -> p.amount().yuan(),
                        p -> p.percent().toPlainString())
                .containsExactly(
                        tuple(BeneficiaryKind.CO_BROKER, "安家地产", "28301.89", "30.0000"),
                        tuple(BeneficiaryKind.AGENT, "赵强", "23113.21", "24.5000"),
                        tuple(BeneficiaryKind.COMPANY, "YIJU", "9905.66", "10.5000"),
                        tuple(BeneficiaryKind.COMPANY, "YIJU", "33018.86", "35.0000"));
    }

    @Test
    void an_agent_with_two_roles_earns_both_and_one_named_twice_earns_once() {
        var wangCloses = new Agent("wang", "王明", "CLOSING");

        var parts = Split.of(Money.ofYuan("100.00"), deal(List.of(WANG, WANG, LI, wangCloses), null), THREE_ROLES);

        assertThat(parts)
                .extracting(Part::beneficiary, Part::role, p -> p.amount().yuan())
                .containsExactly(
                        tuple("wang", "LISTING", "20.00"),
                        tuple("li", "BUYER_SIDE", "30.00"),
                        tuple("wang", "CLOSING", "50.00"));
    }

    @Test
    void without_a_split_table_all_of_it_is_the_companys() {
        var parts = Split.of(Money.ofYuan("100.00"), deal(List.of(WANG), null), List.of());

        assertThat(parts)
                .extracting(Part::kind, p -> p.amount().yuan())
                .containsExactly(tuple(BeneficiaryKind.COMPANY, "100.00"));
    }

    @Property
    void the_parts_always_sum_to_the_net_and_none_is_negative(
            @ForAll @LongRange(max = 1_000_000_000_00L) long fen,
            @ForAll @IntRange(min = 1, max = 99) int coBrokerPercent,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100) Integer> weights,
            @ForAll @Size(max = 5) List<@IntRange(max = 6) Integer> holders) {
        var sum = weights.stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            return;
        }
        var table = new ArrayList<Share>();
        for (var i = 0; i < weights.size(); i++) {
            table.add(new Share("ROLE" + i, BigDecimal.valueOf(weights.get(i))));
        }
        var agents = new ArrayList<Agent>();
        for (var i = 0; i < holders.size(); i++) {
            agents.add(new Agent("a" + i, "甲" + i, "ROLE" + holders.get(i)));
        }
        var coBroker = new CoBroker("安家地产", BigDecimal.valueOf(coBrokerPercent));

        var parts = Split.of(Money.ofFen(fen), deal(agents, coBroker), table);

        assertThat(Money.sum(parts.stream().map(Part::amount).toList())).isEqualTo(Money.ofFen(fen));
        assertThat(parts).noneMatch(p -> p.amount().isNegative());
    }

    private static Deal deal(List<Agent> agents, @Nullable CoBroker coBroker) {
        return new Deal("YIJU", "BJ001", "朝阳门店", agents, coBroker);
    }

    private static Share share(String role, String percent) {
        return new Share(role, new BigDecimal(percent));
    }
}
