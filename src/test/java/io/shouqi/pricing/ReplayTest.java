package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Store;
import io.shouqi.pricing.Replay.State;
import io.shouqi.pricing.ReplayPart.Kind;
import io.shouqi.shared.Money;
import io.shouqi.shared.PageAsk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a draft would have changed in the money of the contracts there are. */
@ShouqiTest
class ReplayTest {

    private static final String DEARER = """
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | 3000000 | | 全额 | 2% | | | | 一般纳税人
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 3000000 | | | 全额 | 2.5% | | | | 一般纳税人
            """;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Replays replays;

    @Autowired
    private RetroactiveEffects effects;

    @Autowired
    private PricedCases cases;

    @Autowired
    private PriceBook prices;

    @Autowired
    private Organisation organisation;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private RuleFirm firm;

    @BeforeEach
    void settle() {
        firm = new RuleFirm(application);
    }

    @Test
    void the_effect_is_told_in_total_by_store_agent_contract_and_row() {
        firm.sign("1000000");
        var dear = firm.sign("5000000");
        var version = firm.draft("fees", DEARER);

        var replay = replay("fees", version);

        assertThat(replay)
                .extracting(Replay::state, Replay::total, Replay::changed, Replay::unpriced, Replay::delta)
                // both sides paid 1 %; by the draft the buyer pays all, and above 3,000,000 half a percent more
                .containsExactly(State.DONE, 2, 2, 0, Money.ofYuan("25000.00"));
        assertThat(replay.before()).isEqualTo(Money.ofYuan("120000.00"));
        assertThat(replay.after()).isEqualTo(Money.ofYuan("145000.00"));
        assertThat(replays.parts(replay.id(), Kind.STORE))
                .extracting(ReplayPart::key, ReplayPart::cases, ReplayPart::delta)
                .containsExactly(tuple(firm.store, 2, Money.ofYuan("25000.00")));
        assertThat(replays.parts(replay.id(), Kind.AGENT))
                .extracting(ReplayPart::key, ReplayPart::name, ReplayPart::delta)
                .containsExactlyInAnyOrder(
                        tuple("zhao", "赵", Money.ofYuan("12500.00")), tuple("sun", "孙", Money.ofYuan("12500.00")));
        assertThat(replays.parts(replay.id(), Kind.ROW))
                .extracting(part -> part.rows().after(), part -> part.rows().beforeVersion(), ReplayPart::delta)
                .containsExactlyInAnyOrder(
                        tuple(12, 2, Money.ofYuan("75000.00")),
                        tuple(null, 2, Money.ofYuan("-60000.00")),
                        tuple(11, 2, Money.ofYuan("10000.00")));
        var page = replays.cases(replay.id(), new PageAsk(null, "1"));
        assertThat(page.items()).extracting(ReplayCase::contractNo).containsExactly(dear);
        assertThat(page.items().get(0).lines())
                .extracting(ReplayCase.Line::payer, ReplayCase.Line::delta)
                .containsExactly(tuple("BUYER", Money.ofYuan("75000.00")), tuple("SELLER", Money.ofYuan("-50000.00")));
        assertThat(replays.cases(replay.id(), new PageAsk(page.nextCursor(), "1"))
                        .items())
                .hasSize(1);
    }

    @Test
    void a_contract_the_draft_has_no_price_for_is_counted_and_not_summed_up() {
        firm.sign("1000000");
        var version = firm.draft("fees", """
                COMMISSION | 佣金 | 基本 | 二手房 | 上海 | | 买方 | | | | 全额 | 2% | | | | 一般纳税人
                """);

        var replay = replay("fees", version);

        assertThat(replay).extracting(Replay::unpriced, Replay::delta).containsExactly(1, Money.ZERO);
        assertThat(replay.isComplete()).isFalse();
        assertThat(replays.cases(replay.id(), new PageAsk(null, null))
                        .items()
                        .get(0)
                        .after())
                .isNull();
    }

    @Test
    void what_was_cancelled_or_priced_again_counts_as_it_stands() {
        var cancelled = firm.sign("1000000");
        application
                .getBean(SigningDesk.class)
                .cancel(application.getBean(Contracts.class).byNumber(cancelled), "买方不买了");
        firm.settle();

        assertThat(replay("fees", firm.draft("fees", DEARER)).total()).isZero();
    }

    @Test
    void a_draft_that_changed_since_has_no_replay() {
        var version = firm.draft("fees", DEARER);
        replay("fees", version);

        application
                .getBean(RuleDrafts.class)
                .save(firm.actor("analyst"), "fees", version, 0, Rows.of(FeeForm.FORM, DEARER.replace("2.5%", "2.6%")));

        assertThat(replays.current(firm.code, "fees", version)).isEmpty();
    }

    @Test
    void the_split_of_the_commission_is_replayed_by_role() {
        firm.sign("5000000");
        var version = firm.draft("commission-split", "二手房 | | 7% | 10.5% | 22.5% | 15% | 45%");

        var replay = replay("commission-split", version);

        assertThat(replay.delta()).isEqualTo(Money.ofYuan("-5000.00"));
        assertThat(replays.parts(replay.id(), Kind.ROLE))
                .extracting(ReplayPart::key, ReplayPart::delta)
                .containsExactlyInAnyOrder(
                        tuple("CLOSING", Money.ofYuan("5000.00")), tuple("COMPANY", Money.ofYuan("-5000.00")));
    }

    @Test
    void the_tax_inside_of_the_fees_is_replayed() {
        firm.sign("5300000");
        var version = firm.draft("tax", "一般纳税人 | 0%");

        assertThat(replay("tax", version).delta()).isEqualTo(Money.ofYuan("-6000.00"));
    }

    @Test
    void what_contracts_do_not_tell_is_not_measured_and_always_needs_approval() {
        firm.sign("5000000");
        var version = firm.draft("channel-fee", "微信支付 | 0.5%");

        assertThat(replay("channel-fee", version))
                .extracting(Replay::state, Replay::measure, Replay::isComplete)
                .containsExactly(State.DONE, Replay.Measure.NONE, false);
    }

    @Test
    void a_correction_lists_the_contracts_whose_list_differs_and_changes_none_of_them() {
        clock.set(clock.instant());
        var before = firm.today().minusDays(40);
        var old = firm.sign("5000000", before, null);
        var spared = firm.sign("5000000", before.minusDays(1), null);
        var version = firm.draft("fees", DEARER, before);
        firm.publish("fees", version);
        firm.settle();

        var found = effects.of(firm.code, "fees", version).orElseThrow();
        assertThat(found).extracting(Replay::total, Replay::changed).containsExactly(1, 1);
        assertThat(effects.contracts(found, new PageAsk(null, null)).items())
                .extracting(ReplayCase::contractNo)
                .containsExactly(old)
                .doesNotContain(spared);
        assertThat(application.getBean(Contracts.class).feeList(old).total()).isEqualTo(Money.ofYuan("100000.00"));
    }

    /** A replay is nothing but the difference of quotes, case by case and in total. */
    @Test
    void a_replay_equals_the_difference_of_quotes_on_random_cases() {
        var random = new Random(42);
        for (var round = 0; round < 5; round++) {
            firm = new RuleFirm(application);
            var other = firm.code + "S2";
            organisation.store(new Store(firm.code, other, other, "大区", "上海", "1", "街"), firm.code + "A");
            var tariff = tariff(random);
            var draft = new PriceBook(RulesFromRows.of(FeeForm.FORM, tariff));
            var delta = 0L;
            var changed = 0;
            for (var i = 0; i < 200; i++) {
                var request = request(random, other);
                var quote = prices.quote(request);
                keep("R" + firm.code + i, request, quote);
                var now = draft.quote(asAcme(request));
                delta += now.total().fen() - quote.total().fen();
                changed += lines(now).equals(lines(quote)) ? 0 : 1;
            }

            var replay = replay("fees", firm.draft("fees", tariff));

            assertThat(replay.unpriced()).isZero();
            assertThat(replay.delta()).as(tariff).isEqualTo(Money.ofFen(delta));
            assertThat(replay.changed()).isEqualTo(changed);
            for (var kind : List.of(Kind.STORE, Kind.AGENT, Kind.ROW)) {
                assertThat(Money.sum(replays.parts(replay.id(), kind).stream()
                                .map(ReplayPart::delta)
                                .toList()))
                        .as(kind.name())
                        .isEqualTo(replay.delta());
            }
        }
    }

    private static List<List<Object>> lines(Quote quote) {
        return quote.lines().stream()
                .filter(line -> !line.amount().isZero())
                .map(line -> List.<Object>of(line.code(), line.payer(), line.amount()))
                .sorted((one, two) -> one.toString().compareTo(two.toString()))
                .toList();
    }

    private QuoteRequest request(Random random, String otherStore) {
        var here = random.nextBoolean();
        return new QuoteRequest(
                firm.code,
                DealType.RESALE,
                here ? "北京" : "上海",
                here ? firm.store : otherStore,
                firm.today().minusDays(random.nextInt(80)),
                Money.ofFen(1 + random.nextInt(1_000_000_000)),
                null,
                random.nextBoolean() ? List.of("APPRAISAL") : List.of(),
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10_000), 2));
    }

    private static QuoteRequest asAcme(QuoteRequest r) {
        return new QuoteRequest(
                RulesFromRows.COMPANY,
                r.type(),
                r.city(),
                r.storeCode(),
                r.signedOn(),
                r.price(),
                r.monthlyRent(),
                r.services(),
                r.discountPercent());
    }

    private static String tariff(Random random) {
        var lines = new ArrayList<String>();
        var mode = random.nextBoolean() ? "全额" : "分段累进";
        var from = "";
        for (var tier = 1; tier <= 3; tier++) {
            var to = tier == 3 ? "" : Integer.toString(tier * 1_000_000 + random.nextInt(900_000));
            lines.add("COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | %s | %s | | %s | %d.%d%% | | | | 一般纳税人"
                    .formatted(from, to, mode, 1 + random.nextInt(3), random.nextInt(10)));
            from = to;
        }
        lines.add(
                "COMMISSION | 佣金 | 基本 | 二手房 | 上海 | | 卖方 | | | | 固定 | | %d | | | 一般纳税人".formatted(random.nextInt(9000)));
        lines.add("APPRAISAL | 评估费 | 延伸 | 二手房 | | | 买方 | | | | 全额 | %d‰ | | 300 | 9000 | 代收"
                .formatted(1 + random.nextInt(9)));
        return String.join("\n", lines);
    }

    private void keep(String number, QuoteRequest request, Quote quote) {
        var agents = List.of(new PricedDeal.Agent("zhao", "赵"), new PricedDeal.Agent("sun", "孙"));
        transaction.executeWithoutResult(status -> cases.keep(new PricedDeal(number, 1, agents, request, quote)));
    }

    private Replay replay(String table, int version) {
        replays.start(firm.actor("analyst"), table, version, null, null);
        replays.awaitAll();
        return replays.current(firm.code, table, version).orElseThrow();
    }
}
