package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Opinion;
import io.shouqi.workflow.TaskDesk;
import io.shouqi.workflow.TaskFacts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The desk of whoever must agree before a version prices anything. */
@Component
class ApproveRules implements TaskDesk {

    private final RuleVersions versions;
    private final RuleDecisions decisions;
    private final RuleLevels levels;
    private final Replays replays;
    private final Notices notices;
    private final MessageSource messages;
    private final Clock clock;

    ApproveRules(
            RuleVersions versions,
            RuleDecisions decisions,
            RuleLevels levels,
            Replays replays,
            Notices notices,
            MessageSource messages,
            Clock clock) {
        this.versions = versions;
        this.decisions = decisions;
        this.levels = levels;
        this.replays = replays;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "userTask_approveRules";
    }

    @Override
    public TaskFacts facts(String submission) {
        var version = version(submission);
        var replay = replays.forReview(version);
        var form = new HashMap<String, Object>();
        form.put("table", version.title());
        form.put("version", Integer.toString(version.version()));
        form.put("validFrom", validFrom(version));
        form.put("author", version.authorName());
        form.put("reason", version.reason());
        form.put("delta", effect(replay));
        form.put("contracts", contracts(replay));
        return new TaskFacts(
                version.company(),
                version.company(),
                text("rules.task.title", version.title(), version.version()),
                name(version),
                replay.isComplete() ? replay.moved() : null,
                null,
                form);
    }

    /** As people and addresses name a version. */
    static String name(StoredVersion version) {
        return version.tableCode() + "-v" + version.version();
    }

    private String validFrom(StoredVersion version) {
        var day = version.validFrom().toString();
        return version.validFrom().isBefore(BusinessTime.today(clock)) ? text("rules.task.correction", day) : day;
    }

    private String effect(Replay replay) {
        if (replay.measure() == Replay.Measure.NONE) {
            return text("rules.task.unmeasured");
        }
        var delta = replay.delta();
        var sign = delta.isPositive() ? "+" : "";
        return text(
                "rules.task.effect." + replay.measure(),
                sign + delta.yuan(),
                replay.moved().yuan());
    }

    private String contracts(Replay replay) {
        return replay.measure() == Replay.Measure.NONE
                ? text("rules.task.unmeasured")
                : text(
                        "rules.task.contracts",
                        replay.from().toString(),
                        replay.to().toString(),
                        replay.total(),
                        replay.changed(),
                        replay.unpriced());
    }

    /** @return the flags that tell the process who is next, or that it is over */
    @Override
    public Map<String, Object> complete(String submission, Actor actor, Map<String, Object> answers) {
        return decide(version(submission), actor, Opinion.read(answers, "rules.comment"));
    }

    private Map<String, Object> decide(StoredVersion known, Actor actor, Opinion opinion) {
        var version = versions.lock(known.id()).require(RuleStatus.IN_REVIEW);
        objection(version, actor).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
        requireInTime(version, opinion);
        var roles = levels.of(version, replays.forReview(version));
        var said = decisions.of(Objects.requireNonNull(version.submission()));
        decisions.add(version, next(roles, said.size()), actor, opinion);
        var more = opinion.agreed() && said.size() + 1 < roles.size();
        if (!opinion.agreed()) {
            versions.reject(version, actor);
        }
        if (!more) {
            tellAuthors(version, actor, opinion);
        }
        return Map.of(
                "approved",
                opinion.agreed(),
                "moreLevels",
                more,
                "approver",
                next(roles, said.size() + 1).name());
    }

    private static Role next(List<Role> roles, int said) {
        return roles.get(Math.min(said, roles.size() - 1));
    }

    /** What was meant for the days to come must not become a correction because the review took long. */
    private void requireInTime(StoredVersion version, Opinion opinion) {
        var submitted = version.submittedAt();
        if (opinion.agreed()
                && submitted != null
                && version.validFrom().isBefore(BusinessTime.today(clock))
                && !version.validFrom().isBefore(BusinessTime.dayOf(submitted))) {
            throw Refusal.invalid("decision", "rules.late", version.validFrom().toString());
        }
    }

    private void tellAuthors(StoredVersion version, Actor actor, Opinion opinion) {
        var kind = opinion.agreed() ? NoticeKind.REQUEST_APPROVED : NoticeKind.REQUEST_REJECTED;
        var about = text("rules.task.title", version.title(), version.version());
        var path = "/rules/" + version.tableCode() + "/" + version.version();
        var notice = Notice.by(actor.name(), kind, name(version), about, path);
        Stream.of(version.author(), version.authorFor())
                .filter(Objects::nonNull)
                .forEach(person -> notices.tell(person, notice));
    }

    @Override
    public Optional<String> objection(String submission, Actor actor) {
        return objection(version(submission), actor);
    }

    /** Four eyes, and on several levels as many pairs. */
    private Optional<String> objection(StoredVersion version, Actor actor) {
        if (version.isBy(actor)) {
            return Optional.of("rules.own");
        }
        var submission = Objects.requireNonNull(version.submission());
        return decisions.of(submission).stream().anyMatch(decision -> decision.seenBy(actor))
                ? Optional.of("rules.twice")
                : Optional.empty();
    }

    private StoredVersion version(String submission) {
        return versions.bySubmission(submission).orElseThrow(() -> Refusal.unknown("request.unknown"));
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }
}
