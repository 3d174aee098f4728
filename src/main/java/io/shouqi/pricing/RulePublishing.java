package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Opinion;
import io.shouqi.workflow.Processes;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a version from its author to those who must agree; the process {@code publish-rules} carries it. */
@Service
@Transactional
public class RulePublishing {

    static final String PROCESS = "publish-rules";
    private static final String TAKEN_BACK = "RulesTakenBack";

    private final RuleDrafts drafts;
    private final RuleVersions versions;
    private final RuleTables tables;
    private final RuleReviews reviews;
    private final RuleDecisions decisions;
    private final Processes processes;
    private final TaskList tasks;
    private final BusinessNumbers numbers;

    RulePublishing(
            RuleDrafts drafts,
            RuleVersions versions,
            RuleTables tables,
            RuleReviews reviews,
            RuleDecisions decisions,
            Processes processes,
            TaskList tasks,
            BusinessNumbers numbers) {
        this.drafts = drafts;
        this.versions = versions;
        this.tables = tables;
        this.reviews = reviews;
        this.decisions = decisions;
        this.processes = processes;
        this.tasks = tasks;
        this.numbers = numbers;
    }

    /**
     * Hands the actor's own draft in. It is checked again, replayed if it was not since its last change, and put before
     * those who must agree.
     *
     * @throws Refusal naming the cells that are wrong
     */
    public TableVersion submit(Actor actor, String table, int version) {
        var draft = drafts.own(actor, table, version);
        requireSound(draft);
        var number = numbers.next("GZ");
        versions.submit(draft, number);
        processes.start(actor.company(), PROCESS, number, Map.of());
        return versions.byId(draft.id()).shown();
    }

    private void requireSound(StoredVersion draft) {
        var wrong = reviews.of(draft).stream()
                .filter(Mistake::isError)
                .map(mistake -> new FieldError(mistake.cell(), mistake.code(), mistake.arguments()))
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    /** From review back to the author's desk, to be worked on again. */
    public TableVersion takeBack(Actor actor, String table, int version) {
        return leaveReview(drafts.held(actor, table, version).require(RuleStatus.IN_REVIEW), RuleStatus.DRAFT);
    }

    /** Gives a draft up, also one under review; it stays readable and nothing becomes of it any more. */
    public TableVersion withdraw(Actor actor, String table, int version) {
        var held = drafts.held(actor, table, version);
        if (held.status() == RuleStatus.IN_REVIEW) {
            return leaveReview(held, RuleStatus.WITHDRAWN);
        }
        versions.move(held.require(RuleStatus.DRAFT), RuleStatus.WITHDRAWN);
        return versions.byId(held.id()).shown();
    }

    /** A review that has not come to the people yet finds out by itself. */
    private TableVersion leaveReview(StoredVersion held, RuleStatus next) {
        versions.move(held, next);
        var submission = held.submission();
        if (submission != null) {
            processes.tell(TAKEN_BACK, submission);
        }
        return versions.byId(held.id()).shown();
    }

    /**
     * Says yes for the level whose turn it is; the last yes publishes.
     *
     * @param comment null for none
     * @throws Refusal 403 where it is not this actor's turn, or the actor had a hand in it
     */
    public TableVersion agree(Actor actor, String table, int version, @Nullable String comment) {
        var found =
                tables.find(actor.company(), table, Integer.toString(version)).require(RuleStatus.IN_REVIEW);
        if (found.isBy(actor)) {
            throw Refusal.forbidden("rules.own");
        }
        var task = openTask(actor, table, version).orElseThrow(() -> Refusal.forbidden("rules.turn"));
        tasks.complete(task.id(), actor, Opinion.yes(comment));
        return versions.byId(found.id()).shown();
    }

    /** Whether it is this actor's to change, submit or take back. */
    @Transactional(readOnly = true)
    public boolean isOwn(Actor actor, String table, int version) {
        return actor.is(Role.ANALYST)
                && tables.find(actor.company(), table, Integer.toString(version))
                        .isBy(actor);
    }

    /** The task in which this actor may decide about a version. */
    @Transactional(readOnly = true)
    public Optional<Task> openTask(Actor actor, String table, int version) {
        var submission =
                tables.find(actor.company(), table, Integer.toString(version)).submission();
        return submission == null ? Optional.empty() : tasks.openFor(submission, actor);
    }

    /** What those who were asked said, of all its reviews. */
    @Transactional(readOnly = true)
    public List<RuleOpinion> opinions(String company, String table, int version) {
        var found = tables.find(company, table, Integer.toString(version));
        return decisions.ofVersion(found.id()).stream()
                .map(RuleDecisions.Decision::shown)
                .toList();
    }
}
