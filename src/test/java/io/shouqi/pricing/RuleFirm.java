package io.shouqi.pricing;

import io.shouqi.contract.Agent;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.outbox.OutboxPump;
import io.shouqi.pricing.RuleDrafts.Intent;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Deployments;
import io.shouqi.workflow.JobsByHand;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A company of its own, whose rules a test may change: two analysts, a director, a clerk, a store in 北京. */
public final class RuleFirm {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    public final String code = "GZ" + COUNTER.incrementAndGet();
    public final String store = code + "S1";
    private final ApplicationContext application;
    private final Clock clock;

    public RuleFirm(ApplicationContext application) {
        this.application = application;
        this.clock = bean(Clock.class);
        var organisation = bean(Organisation.class);
        organisation.company(code, "规则公司" + code, "GENERAL");
        organisation.area(code, code + "A", "大区" + code);
        organisation.store(new Store(code, store, store, "大区", "北京", "010-1234567", "街"), code + "A");
        hire("analyst", code, Role.ANALYST);
        hire("analyst2", code, Role.ANALYST);
        hire("director", code, Role.DIRECTOR);
        hire("finance", code, Role.FINANCE);
        hire("clerk", store, Role.CLERK);
        bean(RuleTables.class).seed(code);
        bean(Deployments.class).seed(code);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public void hire(String who, String unit, Role... roles) {
        var id = bean(Organisation.class).user(code, unit, username(who), who, "secret", Set.of(roles));
        bean(Organisation.class).apiKey(who, username(who) + "-key", id);
    }

    public String username(String who) {
        return code.toLowerCase(Locale.ROOT) + "." + who;
    }

    public Actor actor(String who) {
        return bean(Users.class).byUsername(username(who)).orElseThrow();
    }

    public LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** A draft of the analyst's, for everything signed from today on. */
    int draft(String table, String rows) {
        return draft(table, rows, today());
    }

    public int draft(String table, String rows, LocalDate validFrom) {
        var workbook = Rows.workbook(DecisionTables.need(table), rows);
        return bean(RuleDrafts.class)
                .upload(actor("analyst"), table, workbook, new Intent(validFrom.toString(), "试一试"))
                .version();
    }

    /** In review, replayed, with a task for whoever is first. */
    void submit(String table, int version) {
        bean(RulePublishing.class).submit(actor("analyst"), table, version);
        settle();
    }

    /** Agreed to by everybody who must. */
    public void publish(String table, int version) {
        submit(table, version);
        for (var who : List.of("analyst2", "director", "finance")) {
            if (state(table, version) == RuleStatus.IN_REVIEW
                    && bean(RulePublishing.class)
                            .openTask(actor(who), table, version)
                            .isPresent()) {
                bean(RulePublishing.class).agree(actor(who), table, version, null);
            }
        }
    }

    RuleStatus state(String table, int version) {
        return bean(RuleTables.class)
                .version(code, table, Integer.toString(version))
                .status();
    }

    /** Priced, and its case kept. */
    String sign(String price) {
        return sign(price, today(), null);
    }

    String sign(String price, LocalDate day, NewContract.@Nullable Discount discount) {
        var number = code + "-" + COUNTER.incrementAndGet();
        var signed = bean(SigningDesk.class)
                .sign(
                        new NewContract(
                                code,
                                number,
                                number,
                                DealType.RESALE,
                                store,
                                "北京",
                                day,
                                Money.ofYuan(price),
                                null,
                                "望京西园四区",
                                "朝阳",
                                new BigDecimal("89.5"),
                                List.of(
                                        new Person(PartyRole.BUYER, "王小明", "+8613800138000", null, null),
                                        new Person(PartyRole.SELLER, "李秀英", "+8613900139000", null, null)),
                                List.of(new Agent("zhao", "赵", "LISTING"), new Agent("sun", "孙", "CLOSING")),
                                null,
                                List.of(),
                                List.of(new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100))),
                                discount),
                        actor("clerk"))
                .contractNo();
        settle();
        return signed;
    }

    QuoteRequest resale(String price) {
        return new QuoteRequest(
                code, DealType.RESALE, "北京", store, today(), Money.ofYuan(price), null, List.of(), null);
    }

    public void settle() {
        do {
            bean(OutboxPump.class).drain();
        } while (bean(JobsByHand.class).run() > 0);
        bean(OutboxPump.class).drain();
        bean(Replays.class).awaitAll();
    }
}
