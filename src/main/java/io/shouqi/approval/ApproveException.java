package io.shouqi.approval;

import io.shouqi.identity.Actor;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Opinion;
import io.shouqi.workflow.TaskDesk;
import io.shouqi.workflow.TaskFacts;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The desk of whoever must say yes or no. */
@Component
class ApproveException implements TaskDesk {

    private final Approvals approvals;
    private final Notices notices;
    private final MessageSource messages;
    private final Clock clock;

    ApproveException(Approvals approvals, Notices notices, MessageSource messages, Clock clock) {
        this.approvals = approvals;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "userTask_approveException";
    }

    @Override
    public TaskFacts facts(String number) {
        var approval = approvals.find(number);
        var form = new HashMap<String, Object>();
        form.put("kind", kindText(approval.kind()));
        form.put("contractNo", approval.subject());
        form.put("percent", percentText(approval));
        form.put("before", approval.before().yuan());
        form.put("after", approval.after().yuan());
        form.put("reason", approval.reason());
        form.put("requestedBy", approval.requestedByName());
        form.put("requestedOn", BusinessTime.dayOf(approval.requestedAt()).toString());
        return new TaskFacts(
                approval.company(),
                approval.storeCode(),
                text(approval.escalated() ? "approval.title.late" : "approval.title", kindText(approval.kind())),
                approval.subject(),
                effect(approval),
                null,
                form);
    }

    @Override
    public Map<String, Object> complete(String number, Actor actor, Map<String, Object> answers) {
        var opinion = Opinion.read(answers, "approval.comment");
        var approval = approvals.find(number);
        var more = approval.decide(actor, opinion.agreed(), opinion.comment(), clock.instant());
        if (!more) {
            tellWhoAsked(approval, actor);
        }
        return Map.of("approved", opinion.agreed(), "moreLevels", more);
    }

    private void tellWhoAsked(Approval approval, Actor actor) {
        var kind = approval.approved() ? NoticeKind.REQUEST_APPROVED : NoticeKind.REQUEST_REJECTED;
        var contract = approval.subject();
        var notice = Notice.by(actor.name(), kind, contract, kindText(approval.kind()), "/contracts/" + contract);
        approval.requesters().forEach(person -> notices.tell(person, notice));
    }

    @Override
    public Optional<Map<String, Object>> approval(@Nullable String comment) {
        return Optional.of(Opinion.yes(comment));
    }

    @Override
    public Optional<String> objection(String number, Actor actor) {
        return approvals.find(number).objection(actor);
    }

    private static Money effect(Approval approval) {
        return approval.before().minus(approval.after());
    }

    private String kindText(ApprovalKind kind) {
        return text("approval.kind." + kind);
    }

    private static String percentText(Approval approval) {
        var percent = approval.percent();
        return percent == null ? "" : percent.stripTrailingZeros().toPlainString() + "%";
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }
}
