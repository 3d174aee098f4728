package io.shouqi.adjustment;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.Party;
import io.shouqi.identity.Actor;
import io.shouqi.shared.Checks;
import io.shouqi.workflow.Answers;
import io.shouqi.workflow.TaskDesk;
import io.shouqi.workflow.TaskFacts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Somebody asks the payers who are to pay more, and notes what they said and what proves it. */
@Component
class AgreeAdjustment implements TaskDesk {

    private enum Answer {
        AGREED,
        DECLINED
    }

    private final AdjustmentWork work;
    private final Contracts contracts;
    private final MessageSource messages;

    AgreeAdjustment(AdjustmentWork work, Contracts contracts, MessageSource messages) {
        this.work = work;
        this.contracts = contracts;
        this.messages = messages;
    }

    @Override
    public String task() {
        return "userTask_agreeAdjustment";
    }

    @Override
    public TaskFacts facts(String number) {
        var adjustment = work.byNumber(number);
        var contract = contracts.byNumber(adjustment.contractNo());
        var form = new HashMap<String, Object>();
        form.put("adjustment", number);
        form.put("contract", contract.number());
        form.put(
                "payers",
                adjustment.payersOfMore().stream()
                        .map(payer -> contract.party(payer).map(Party::name).orElse(""))
                        .collect(Collectors.joining("、")));
        form.put("before", adjustment.before().yuan());
        form.put("after", adjustment.after().yuan());
        form.put("lines", adjustment.lines().stream().map(this::text).collect(Collectors.joining("\n")));
        form.put("reason", adjustment.reason());
        return new TaskFacts(
                adjustment.company(),
                adjustment.storeCode(),
                text("task.agreeAdjustment"),
                contract.number(),
                adjustment.after().minus(adjustment.before()),
                null,
                form);
    }

    private String text(AdjustmentLine line) {
        return text(
                "adjustment.line",
                text("party." + line.payer()),
                line.name(),
                line.before().yuan(),
                line.after().yuan());
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }

    @Override
    public Map<String, Object> complete(String number, Actor actor, Map<String, Object> answers) {
        var checks = new Checks();
        var answer = checks.oneOf("consent", Answer.class, Answers.text(answers, "consent"));
        var evidence = checks.required("evidence", Answers.text(answers, "evidence"), 300);
        checks.refuse();
        var agreed = answer == Answer.AGREED;
        work.answered(number, agreed, Objects.requireNonNull(evidence), actor);
        return Map.of("consented", agreed);
    }
}
