package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.shared.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The desk of the director, without whom no process changes. */
@Component
class ApproveModel implements TaskDesk {

    private final ModelDraftTable drafts;
    private final ModelReviews reviews;
    private final Notices notices;
    private final MessageSource messages;

    ApproveModel(ModelDraftTable drafts, ModelReviews reviews, Notices notices, MessageSource messages) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.notices = notices;
        this.messages = messages;
    }

    @Override
    public String task() {
        return "userTask_approveModel";
    }

    @Override
    public TaskFacts facts(String submission) {
        var draft = draft(submission);
        var form = new HashMap<String, Object>();
        form.put("title", called(draft));
        form.put("author", draft.authorName());
        form.put("base", Integer.toString(draft.baseVersion()));
        form.put("address", address(draft));
        form.put("reason", draft.reason());
        form.put("changes", changes(draft));
        form.put("running", text("models.running." + draft.running()));
        return new TaskFacts(
                draft.company(),
                draft.company(),
                text("models.task.title." + draft.kind(), called(draft)),
                draft.key(),
                null,
                null,
                form);
    }

    private String changes(ModelDraft draft) {
        var changes = reviews.changes(draft);
        return changes.isEmpty()
                ? text("models.task.noChange")
                : changes.stream()
                        .map(change -> text("models.change." + change.kind()) + "：" + change.name()
                                + (change.isRenamed() ? text("models.change.from", change.before()) : ""))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<String> objection(String submission, Actor actor) {
        return objection(draft(submission), actor);
    }

    /** Nobody approves what is one's own, nor what a deputy made in one's name. */
    private static Optional<String> objection(ModelDraft draft, Actor actor) {
        return draft.isBy(actor) ? Optional.of("models.own") : Optional.empty();
    }

    @Override
    public Map<String, Object> complete(String submission, Actor actor, Map<String, Object> answers) {
        var opinion = Opinion.read(answers, "models.comment");
        var approved = opinion.agreed();
        var draft = drafts.lockSubmission(submission)
                .orElseThrow(() -> Refusal.unknown("models.draft.unknown"))
                .require(ModelStatus.IN_REVIEW);
        if (!actor.is(Role.DIRECTOR)) {
            throw Refusal.forbidden("models.directors");
        }
        objection(draft, actor).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
        drafts.decide(draft, actor, approved ? ModelStatus.IN_REVIEW : ModelStatus.REJECTED, opinion.comment());
        tellAuthors(draft, actor, approved ? NoticeKind.REQUEST_APPROVED : NoticeKind.REQUEST_REJECTED);
        return Map.of("approved", approved);
    }

    private void tellAuthors(ModelDraft draft, Actor actor, NoticeKind kind) {
        var notice = Notice.by(
                actor.name(),
                kind,
                draft.key(),
                text("models.task.title." + draft.kind(), called(draft)),
                address(draft));
        Stream.of(draft.author(), draft.authorFor())
                .filter(Objects::nonNull)
                .forEach(person -> notices.tell(person, notice));
    }

    /** A form has no name of its own. */
    private String called(ModelDraft draft) {
        return Objects.requireNonNull(
                messages.getMessage("models.form." + draft.key(), null, draft.title(), Locale.CHINA));
    }

    private static String address(ModelDraft draft) {
        return "/processes/" + draft.key() + "/drafts/" + draft.id();
    }

    private ModelDraft draft(String submission) {
        return drafts.bySubmission(submission).orElseThrow(() -> Refusal.unknown("models.draft.unknown"));
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }
}
