package io.shouqi.receivable;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.Parties;
import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.vault.Masks;
import io.shouqi.workflow.Answers;
import io.shouqi.workflow.TaskDesk;
import io.shouqi.workflow.TaskFacts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody calls the customer whose day has passed and notes what was said. */
@Component
@Transactional
class FollowUpOverdue implements TaskDesk {

    private enum Outcome {
        REACHED,
        NOT_REACHED,
        PROMISED,
        DISPUTED
    }

    private static final int DAYS_TO_NEXT = 3;

    private final CollectionDesk desk;
    private final Contracts contracts;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    FollowUpOverdue(
            CollectionDesk desk,
            Contracts contracts,
            Parties parties,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.contracts = contracts;
        this.parties = parties;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "userTask_followUpOverdue";
    }

    @Override
    public TaskFacts facts(String number) {
        var receivable = desk.byNumber(number);
        var form = new HashMap<String, Object>();
        var dueOn = Objects.requireNonNull(receivable.dueOn());
        form.put("receivable", number);
        form.put("contract", receivable.contractNo());
        form.put("payer", receivable.payerName());
        form.put("phone", phone(receivable));
        form.put("outstanding", receivable.outstanding().yuan());
        form.put("dueOn", dueOn.toString());
        form.put("overdueDays", ChronoUnit.DAYS.between(dueOn, BusinessTime.today(clock)));
        return new TaskFacts(
                receivable.company(),
                receivable.storeCode(),
                messages.getMessage("task.followUpOverdue", new Object[] {receivable.payerName()}, Locale.CHINA),
                receivable.contractNo(),
                receivable.outstanding(),
                receivable.dueOn(),
                form);
    }

    private String phone(Receivable receivable) {
        return parties.open(contracts.byNumber(receivable.contractNo()), receivable.payer())
                .map(payer -> Masks.phone(payer.phone()))
                .orElse("");
    }

    @Override
    public Map<String, Object> complete(String number, Actor actor, Map<String, Object> answers) {
        var checks = new Checks();
        var outcome = checks.oneOf("outcome", Outcome.class, Answers.text(answers, "outcome"));
        var note = checks.optional("note", Answers.text(answers, "note"), 500);
        var today = BusinessTime.today(clock);
        var nextText = Answers.text(answers, "nextOn");
        var next = nextText == null ? today.plusDays(DAYS_TO_NEXT) : checks.date("nextOn", nextText);
        if (next != null && !next.isAfter(today)) {
            checks.add("nextOn", "receivable.nextOn");
        }
        checks.refuse();
        desk.byNumber(number).followUp(Objects.requireNonNull(next));
        jdbc.sql("""
                        insert into receivable_follow_up(receivable_no, outcome, note, next_on, done_by, done_by_name, done_at)
                        values (:receivable, :outcome, :note, :next, :actor, :name, :now)
                        """)
                .param("receivable", number)
                .param("outcome", Objects.requireNonNull(outcome).name())
                .param("note", note)
                .param("next", next)
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return Map.of();
    }
}
