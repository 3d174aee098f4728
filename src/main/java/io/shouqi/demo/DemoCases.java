package io.shouqi.demo;

import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskFilter;
import io.shouqi.workflow.TaskHistory;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import io.shouqi.workflow.TaskSort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Contracts that need somebody: discounts to approve, one that was refused, a customer who does not agree. */
@Component
@Profile("demo")
class DemoCases {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SigningDesk signing;
    private final FeeListDesk feeLists;
    private final Contracts contracts;
    private final CustomerLinks links;
    private final TaskList tasks;
    private final TaskHistory history;
    private final Users users;

    DemoCases(
            SigningDesk signing,
            FeeListDesk feeLists,
            Contracts contracts,
            CustomerLinks links,
            TaskList tasks,
            TaskHistory history,
            Users users) {
        this.signing = signing;
        this.feeLists = feeLists;
        this.contracts = contracts;
        this.links = links;
        this.tasks = tasks;
        this.history = history;
        this.users = users;
    }

    void play(Actor clerk, LocalDate today) {
        var manager = users.byUsername("manager").orElseThrow();
        discount(
                DemoContracts.resale(1, today.minusDays(1), "2200000", "46.30", "朝阳区望京西园四区 410 号楼 3-502"),
                "5",
                "老客户第二次成交",
                clerk);
        discount(
                DemoContracts.resale(9, today, "3680000", "78.20", "朝阳区南湖西园 206 号楼 5-402"), "3", "同事亲属，店长已口头同意", clerk);
        discount(
                DemoContracts.resale(10, today, "6350000", "104.71", "朝阳区望京花园东区 311 号楼 2-1103"),
                "12",
                "买卖双方都由本店服务",
                clerk);
        declined(clerk, today);
        refused(clerk, manager, today);
    }

    private String discount(NewContract contract, String percent, String reason, Actor clerk) {
        var terms = contract.onTerms(
                List.of(), DemoContracts.AT_SIGNING, new NewContract.Discount(new BigDecimal(percent), reason), null);
        return signing.sign(terms, clerk).contractNo();
    }

    private void declined(Actor clerk, LocalDate today) {
        var no = signing.sign(
                        DemoContracts.resale(11, today.minusDays(1), "4120000", "88.60", "朝阳区大西洋新城 C 区 505 号楼 9-902"),
                        clerk)
                .contractNo();
        await(() -> contracts.byNumber(no).status() == ContractStatus.PENDING_CONFIRMATION);
        feeLists.declineByCustomer(
                links.token(contracts.feeList(no).confirmations().get(0)), "评估费当面说好不收的，请核对");
    }

    private void refused(Actor clerk, Actor manager, LocalDate today) {
        var no = discount(
                DemoContracts.resale(12, today.minusDays(2), "1980000", "52.08", "朝阳区广顺北大街 33 号院 1-706"),
                "4",
                "客户说别家更便宜",
                clerk);
        await(() -> taskOf(no, manager).isPresent());
        taskOf(no, manager).ifPresent(task -> {
            history.comment(task.id(), manager, "先和客户再谈一次，本月名额用完了");
            tasks.complete(task.id(), manager, Map.of("decision", "REJECT", "comment", "本月打折名额已用完，请改为原价或下月再签"));
        });
    }

    private Optional<Task> taskOf(String contractNo, Actor actor) {
        var filter = new TaskFilter(List.of(contractNo.toLowerCase(Locale.ROOT)), null, null, null, null, null, null);
        return tasks.page(new TaskSearch(TaskQueue.ALL, filter, TaskSort.DUE), actor, null).items().stream()
                .findFirst();
    }

    /** Processes move by themselves; the demonstration only waits, as a person would. */
    static void await(BooleanSupplier moved) {
        var end = Instant.now().plus(PATIENCE);
        while (!moved.getAsBoolean() && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
