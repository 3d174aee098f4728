package io.shouqi.adjustment;

import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.payment.Cashier;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.RuleFirm;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A company that has signed contracts by one tariff and then corrects it. Signed forty days ago, in 北京. */
final class CorrectedFirm {

    static final List<Agent> THREE = List.of(
            new Agent("wang", "王明", "LISTING"),
            new Agent("li", "李娜", "BUYER_SIDE"),
            new Agent("zhao", "赵强", "CLOSING"));
    static final CoBroker ANJIA = new CoBroker("安家地产", new BigDecimal("30"));
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    final RuleFirm rules;
    private final ApplicationContext application;

    CorrectedFirm(ApplicationContext application) {
        this.application = application;
        this.rules = new RuleFirm(application);
        rules.hire("manager", rules.store, Role.STORE_MANAGER);
        rules.hire("area", rules.code + "A", Role.AREA_MANAGER);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    Actor actor(String who) {
        return rules.actor(who);
    }

    /** Commission of both sides in percent, for everything signed in the last sixty days. */
    int correct(String buyer, String seller) {
        return correctTo("""
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | %s%% | | | | 一般纳税人
                COMMISSION | 佣金 | 基本 | 二手房 | | | 卖方 | | | | 全额 | %s%% | | | | 一般纳税人
                """.formatted(buyer, seller));
    }

    int correctTo(String rows) {
        var version = rules.draft("fees", rows, rules.today().minusDays(60));
        rules.publish("fees", version);
        rules.settle();
        return version;
    }

    /** 50,000.00 from either side for five million, confirmed by both. */
    String signed() {
        return signed("5000000", null, at(Milestone.SIGNING, "100"));
    }

    String signed(String price, @Nullable CoBroker coBroker, InstalmentTerm... terms) {
        var number = sign(price, coBroker, terms);
        bean(FeeListDesk.class).confirm(contract(number), null, "signed paper", actor("clerk"));
        rules.settle();
        return number;
    }

    String sign(String price, @Nullable CoBroker coBroker, InstalmentTerm... terms) {
        var external = UUID.randomUUID().toString();
        var number = bean(SigningDesk.class)
                .sign(
                        new NewContract(
                                rules.code,
                                external,
                                external,
                                DealType.RESALE,
                                rules.store,
                                "北京",
                                rules.today().minusDays(40),
                                Money.ofYuan(price),
                                null,
                                "望京西园四区",
                                "朝阳",
                                new BigDecimal("89.5"),
                                List.of(
                                        new Person(PartyRole.BUYER, "王小明", "+8613800138000", null, null),
                                        new Person(PartyRole.SELLER, "李秀英", "+8613900139000", null, null)),
                                THREE,
                                coBroker,
                                List.of(),
                                List.of(terms),
                                null),
                        actor("clerk"))
                .contractNo();
        rules.settle();
        return number;
    }

    static InstalmentTerm at(Milestone milestone, String percent) {
        return new InstalmentTerm(milestone, null, new BigDecimal(percent));
    }

    Contract contract(String number) {
        return bean(Contracts.class).byNumber(number);
    }

    List<Receivable> receivables(String contract) {
        return bean(CollectionDesk.class).ofContract(contract);
    }

    List<Receivable> of(String contract, PartyRole payer) {
        return receivables(contract).stream().filter(r -> r.payer() == payer).toList();
    }

    /** Cash for what a payer owes. */
    String pay(String contract, PartyRole payer, String yuan) {
        var receipt = take(contract, payer, yuan);
        rules.settle();
        return receipt;
    }

    /** The same, and nobody hears of it yet. */
    String take(String contract, PartyRole payer, String yuan) {
        var owed = of(contract, payer).stream()
                .filter(r -> r.outstanding().isPositive())
                .map(Receivable::number)
                .toList();
        var taken = bean(Cashier.class)
                .take(
                        owed,
                        new Cashier.Asked("CASH", yuan, Map.of()),
                        actor("clerk"),
                        new Call(rules.username("clerk"), "POST payment", null, yuan));
        return Objects.requireNonNull(taken.receipt()).receiptNo();
    }

    void payAll(String contract) {
        for (var payer : List.of(PartyRole.BUYER, PartyRole.SELLER)) {
            var open = Money.sum(
                    of(contract, payer).stream().map(Receivable::outstanding).toList());
            if (open.isPositive()) {
                pay(contract, payer, open.yuan());
            }
        }
    }

    void cancel(String contract) {
        bean(SigningDesk.class).cancel(contract(contract), "不买了");
        rules.settle();
    }

    String propose(String who, int version, String contract) {
        var number = bean(AdjustmentDesk.class).propose(actor(who), "fees", version, contract, "总部更正收费标准");
        rules.settle();
        return number;
    }

    /** Asked for by finance, agreed to by the manager, carried out. */
    String adjusted(int version, String contract) {
        var number = propose("finance", version, contract);
        decide(contract, "manager", "APPROVE");
        return number;
    }

    void decide(String contract, String who, String decision) {
        answer(contract, who, Map.of("decision", decision, "comment", "看过了"));
    }

    void consent(String contract, String answer) {
        answer(contract, "clerk", Map.of("consent", answer, "evidence", "签字的补充说明"));
    }

    void answer(String contract, String who, Map<String, Object> answers) {
        bean(TaskList.class).complete(task(contract, who).orElseThrow().id(), actor(who), answers);
        rules.settle();
    }

    Optional<Task> task(String contract, String who) {
        return bean(TaskList.class).page(TaskSearch.of(TaskQueue.GROUP), actor(who), null).items().stream()
                .filter(task -> task.subject().equals(contract))
                .findFirst();
    }

    AdjustmentView adjustment(String number) {
        return bean(Adjustments.class).visibleTo(actor("finance"), number);
    }
}
