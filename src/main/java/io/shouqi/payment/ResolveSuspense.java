package io.shouqi.payment;

import io.shouqi.identity.Actor;
import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.workflow.Answers;
import io.shouqi.workflow.ProcessStep;
import io.shouqi.workflow.Processes;
import io.shouqi.workflow.TaskDesk;
import io.shouqi.workflow.TaskFacts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process {@code resolve-suspense}: every item gets a task, and the task ends in the books. */
@Configuration(proxyBeanMethods = false)
class ResolveSuspense {

    private static final String PROCESS = "resolve-suspense";

    private final SuspenseDesk desk;
    private final Receipts receipts;
    private final MessageSource messages;

    ResolveSuspense(SuspenseDesk desk, Receipts receipts, MessageSource messages) {
        this.desk = desk;
        this.receipts = receipts;
        this.messages = messages;
    }

    @Bean
    OutboxConsumer<SuspenseOpened> suspenseGetsATask(Processes processes) {
        return new OutboxConsumer<>() {
            @Override
            public String name() {
                return "suspense-task";
            }

            @Override
            public Class<SuspenseOpened> type() {
                return SuspenseOpened.class;
            }

            @Override
            public void accept(SuspenseOpened event) {
                if (desk.byNumber(event.suspenseNo()).open() && !processes.running(PROCESS, event.suspenseNo())) {
                    processes.start(event.company(), PROCESS, event.suspenseNo(), Map.of());
                }
            }
        };
    }

    /** The books were written with the task; the step only has to find them so. */
    @Bean
    ProcessStep closeSuspense() {
        return step -> {
            if (desk.byNumber(step.businessKey()).open()) {
                throw new IllegalStateException("suspense item " + step.businessKey() + " is still open");
            }
        };
    }

    @Bean
    TaskDesk suspenseTask() {
        return new TaskDesk() {
            @Override
            public String task() {
                return "userTask_resolveSuspense";
            }

            @Override
            public TaskFacts facts(String number) {
                return factsOf(desk.byNumber(number));
            }

            @Override
            public Map<String, Object> complete(String number, Actor actor, Map<String, Object> answers) {
                resolve(number, actor, answers);
                return Map.of();
            }
        };
    }

    private TaskFacts factsOf(Suspense item) {
        var receipt = receipts.find(item.receiptNo()).orElseThrow();
        var reason = text("suspense.reason." + item.reason());
        var form = new HashMap<String, Object>();
        form.put("suspenseNo", item.number());
        form.put("amount", item.amount().yuan());
        form.put("channel", text("channel." + receipt.channel()));
        form.put("reason", reason);
        form.put("receivedAt", BusinessTime.dayOf(receipt.receivedAt()).toString());
        form.put("reference", receipt.transactionId());
        form.put("contractNo", Objects.requireNonNullElse(item.contractNo(), ""));
        var subject = item.contractNo() == null ? item.number() : item.contractNo();
        return new TaskFacts(
                item.company(),
                item.storeCode(),
                text("task.resolveSuspense", reason),
                subject,
                item.amount(),
                BusinessTime.dayOf(receipt.receivedAt()),
                form);
    }

    private void resolve(String number, Actor actor, Map<String, Object> answers) {
        var checks = new Checks();
        var action = checks.oneOf("action", Suspense.Action.class, Answers.text(answers, "action"));
        var note = checks.optional("note", Answers.text(answers, "note"), 300);
        var receivableNo = checks.optional("receivableNo", Answers.text(answers, "receivableNo"), 40);
        if (action == Suspense.Action.ALLOCATE && receivableNo == null) {
            checks.add("receivableNo", "field.required");
        }
        if (action == Suspense.Action.RETURN && note == null) {
            checks.add("note", "suspense.returnNote");
        }
        checks.refuse();
        switch (Objects.requireNonNull(action)) {
            case ALLOCATE -> desk.allocate(number, Objects.requireNonNull(receivableNo), note, actor);
            case KEEP -> desk.keep(number, note, actor);
            case RETURN -> desk.giveBack(number, Objects.requireNonNull(note), actor);
        }
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }
}
