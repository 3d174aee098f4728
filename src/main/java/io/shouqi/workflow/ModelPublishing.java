package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Checks;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a draft from its author to the version in force; the process {@code publish-process} carries it. */
@Service
@Transactional
public class ModelPublishing {

    static final String PROCESS = "publish-process";
    private static final String TAKEN_BACK = "ModelTakenBack";

    private final ModelDrafts drafts;
    private final ModelDraftTable table;
    private final ModelReviews reviews;
    private final ModelMigrations migrations;
    private final Models models;
    private final Processes processes;
    private final TaskList tasks;
    private final BusinessNumbers numbers;

    ModelPublishing(
            ModelDrafts drafts,
            ModelDraftTable table,
            ModelReviews reviews,
            ModelMigrations migrations,
            Models models,
            Processes processes,
            TaskList tasks,
            BusinessNumbers numbers) {
        this.drafts = drafts;
        this.table = table;
        this.reviews = reviews;
        this.migrations = migrations;
        this.models = models;
        this.processes = processes;
        this.tasks = tasks;
        this.numbers = numbers;
    }

    /**
     * What would become of the cases that run, were they moved to this draft.
     *
     * @return one for each version that has cases; empty also while the draft has mistakes
     */
    @Transactional(readOnly = true)
    public List<MigrationOutlook> outlook(Actor actor, UUID id) {
        var draft = drafts.find(actor, id);
        return draft.kind() == ModelKind.FORM || reviews.of(draft).stream().anyMatch(ModelFinding::isError)
                ? List.of()
                : migrations.outlook(draft.company(), draft.key(), table.content(id));
    }

    /** How far the cases have moved since it was published. */
    @Transactional(readOnly = true)
    public List<MigrationProgress> progress(Actor actor, UUID id) {
        return migrations.progress(drafts.find(actor, id).id());
    }

    /** What differs between two files of the same kind, element by element or field by field. */
    @Transactional(readOnly = true)
    public List<ModelChange> changes(ModelKind kind, byte[] before, byte[] after) {
        return reviews.changes(kind, before, after);
    }

    /**
     * Hands the actor's own draft in.
     *
     * @param running one of {@link RunningCases}
     * @param seenVersion the version in force that the author knows of
     * @throws Refusal naming the elements that are wrong, or that another version was published meanwhile
     */
    public ModelDraft submit(Actor actor, UUID id, @Nullable String running, int seenVersion) {
        var draft = drafts.own(actor, id).require(ModelStatus.DRAFT);
        var checks = new Checks();
        var cases = draft.kind() == ModelKind.FORM
                ? RunningCases.STAY
                : checks.oneOf("running", RunningCases.class, running);
        var errors = new ArrayList<>(checks.errors());
        reviews.of(draft).stream()
                .filter(ModelFinding::isError)
                .map(finding -> new FieldError(
                        finding.name().isEmpty() ? draft.title() : finding.name(), finding.code(), finding.words()))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        var newest = models.inForce(draft.company(), draft.kind(), draft.key()).version();
        if (newest != seenVersion) {
            throw Refusal.conflict("models.newer", newest);
        }
        var number = numbers.next("LC");
        table.submit(draft, number, Objects.requireNonNull(cases), seenVersion);
        processes.start(draft.company(), PROCESS, number, Map.of("migrate", cases == RunningCases.MIGRATE));
        return drafts.find(actor, id);
    }

    /** From review back to its author, to be worked on again. */
    public ModelDraft takeBack(Actor actor, UUID id) {
        return leaveReview(actor, drafts.own(actor, id).require(ModelStatus.IN_REVIEW), ModelStatus.DRAFT);
    }

    /** Gives a draft up, also one under review; it stays readable and nothing becomes of it any more. */
    public ModelDraft withdraw(Actor actor, UUID id) {
        var draft = drafts.own(actor, id);
        return leaveReview(
                actor,
                draft.status() == ModelStatus.IN_REVIEW ? draft : draft.require(ModelStatus.DRAFT),
                ModelStatus.WITHDRAWN);
    }

    private ModelDraft leaveReview(Actor actor, ModelDraft draft, ModelStatus next) {
        table.move(draft, next);
        var submission = draft.submission();
        if (submission != null && draft.status() == ModelStatus.IN_REVIEW) {
            processes.tell(TAKEN_BACK, submission);
        }
        return drafts.find(actor, draft.id());
    }

    /** The task in which this actor may decide about a draft. */
    @Transactional(readOnly = true)
    public Optional<Task> openTask(Actor actor, UUID id) {
        var submission = drafts.find(actor, id).submission();
        return submission == null ? Optional.empty() : tasks.openFor(submission, actor);
    }
}
