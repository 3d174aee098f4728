package io.shouqi.commission;

import static org.awaitility.Awaitility.await;

import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Party;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.outbox.OutboxPump;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.ReceiptView;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.RuleTables;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Deployments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Deals of a brokerage with two stores, made and paid the way the product does it: rules, process, receivables, cashier.
 * Each resale of 5,000,000 yuan owes 50,000.00 from either side.
 */
public final class Deals {

    public static final String COMPANY = "YIJU";
    public static final String STORE = "BJ001";
    public static final List<Agent> AGENTS = List.of(
            new Agent("wang", "王明", "LISTING"),
            new Agent("li", "李娜", "BUYER_SIDE"),
            new Agent("zhao", "赵强", "CLOSING"));

    private static final String OTHER_STORE = "BJ002";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final InstalmentTerm ALL_AT_SIGNING =
            new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100));

    private final ApplicationContext product;

    public Deals(ApplicationContext product) {
        this.product = product;
        var organisation = product.getBean(Organisation.class);
        organisation.company(COMPANY, "宜居房地产经纪有限公司", "GENERAL");
        organisation.area(COMPANY, "BJ", "北京");
        for (var store : List.of(STORE, OTHER_STORE)) {
            var name = store.equals(STORE) ? "朝阳门店" : "海淀门店";
            organisation.store(new Store(COMPANY, store, name, "BJ", "北京", "010-65001234", "朝阳门外大街1号"), "BJ");
        }
        hire(organisation, STORE, "clerk", "陈店员", Role.CLERK);
        hire(organisation, OTHER_STORE, "stranger", "周店员", Role.CLERK);
        product.getBean(RuleTables.class).seed(COMPANY);
        product.getBean(Deployments.class).seed(COMPANY);
    }

    private static void hire(Organisation organisation, String store, String username, String name, Role role) {
        var id = organisation.user(COMPANY, store, username, name, "demo", Set.of(role));
        organisation.apiKey(username, username + "-key", id);
    }

    public Actor clerk() {
        return product.getBean(Users.class).byUsername("clerk").orElseThrow();
    }

    /** @return number of a contract whose fee list everybody has confirmed and whose receivables are open */
    public String signed(@Nullable CoBroker coBroker) {
        return signed(AGENTS, coBroker, List.of());
    }

    public String signed(List<Agent> agents, @Nullable CoBroker coBroker, List<String> services) {
        var externalNo = "TEST-" + NUMBERS.incrementAndGet();
        var number = product.getBean(SigningDesk.class)
                .sign(
                        new NewContract(
                                COMPANY,
                                externalNo,
                                externalNo,
                                DealType.RESALE,
                                STORE,
                                "北京",
                                LocalDate.of(2024, 3, 1),
                                Money.ofYuan("5000000.00"),
                                null,
                                "朝阳区望京街1号2-301",
                                null,
                                null,
                                List.of(
                                        new Party(PartyRole.BUYER, "刘洋", "+8613800138000", null, null),
                                        new Party(PartyRole.SELLER, "孙伟", "+8613900139000", null, null)),
                                agents,
                                coBroker,
                                services,
                                List.of(ALL_AT_SIGNING),
                                null),
                        clerk())
                .contractNo();
        product.getBean(FeeListDesk.class).confirm(contracts().byNumber(number), null, "签字原件", clerk());
        await().until(() -> {
            run();
            return !receivables(number).isEmpty();
        });
        return number;
    }

    /** Cash from a payer for all that this payer owes for the contract. */
    public ReceiptView pay(String contractNo, PartyRole payer, String yuan) {
        var owed = receivables(contractNo).stream()
                .filter(r -> r.payer() == payer)
                .map(Receivable::number)
                .toList();
        var taken = product.getBean(Cashier.class)
                .take(
                        owed,
                        new Cashier.Asked("CASH", yuan, Map.of()),
                        clerk(),
                        new Call("clerk", "POST payment", null, yuan));
        return Objects.requireNonNull(taken.receipt());
    }

    /** Delivers what is published and takes the asynchronous steps that are due. */
    public void run() {
        product.getBean(OutboxPump.class).drain();
        var jobs = product.getBean(ProcessEngine.class).getManagementService();
        jobs.createJobQuery().messages().withRetriesLeft().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    public List<Receivable> receivables(String contractNo) {
        return product.getBean(CollectionDesk.class).ofContract(contractNo);
    }

    public Contracts contracts() {
        return product.getBean(Contracts.class);
    }
}
