package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ModelDraftTable.Origin;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where analysts work on the versions to come. A draft may have mistakes; it is only not submitted with them. */
@Service
@Transactional
public class ModelDrafts {

    private final ModelDraftTable table;
    private final ModelReviews reviews;
    private final Models models;

    ModelDrafts(ModelDraftTable table, ModelReviews reviews, Models models) {
        this.table = table;
        this.reviews = reviews;
        this.models = models;
    }

    /** A draft that begins as a version there is; so one goes back to an earlier one. */
    public ModelDraft from(Actor actor, ModelKind kind, String key, int version, @Nullable String reason) {
        var base = models.find(actor.company(), kind, key, version);
        requireAnalyst(actor);
        return insert(actor, base, reason, models.content(actor.company(), kind, key, version));
    }

    /** A draft from a file, kept as it is. */
    public ModelDraft upload(Actor actor, ModelKind kind, String key, byte[] content, @Nullable String reason) {
        var inForce = models.inForce(actor.company(), kind, key);
        requireAnalyst(actor);
        return insert(actor, inForce, reason, bounded(content));
    }

    private ModelDraft insert(Actor actor, ModelVersion base, @Nullable String reason, byte[] content) {
        var checks = new Checks();
        var why = checks.required("reason", reason, 300);
        checks.refuse();
        var newest = models.inForce(actor.company(), base.kind(), base.key()).version();
        var origin = new Origin(
                base.kind(),
                base.key(),
                title(base.kind(), content, base.title()),
                base.version(),
                newest,
                Objects.requireNonNull(why));
        return find(actor, table.insert(actor, origin, content));
    }

    /** @throws Refusal 404 where the actor's company has no such draft */
    @Transactional(readOnly = true)
    public ModelDraft find(Actor actor, UUID id) {
        return table.find(actor.company(), id).orElseThrow(ModelDrafts::unknown);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ModelDraft> of(Actor actor, String key) {
        return table.of(actor.company(), key);
    }

    /** All that are being written or reviewed, the latest first. */
    @Transactional(readOnly = true)
    public List<ModelDraft> open(Actor actor) {
        return table.open(actor.company());
    }

    /** The one that was handed in under that number. */
    @Transactional(readOnly = true)
    public ModelDraft submitted(Actor actor, String submission) {
        return table.bySubmission(submission)
                .filter(draft -> draft.company().equals(actor.company()))
                .orElseThrow(ModelDrafts::unknown);
    }

    /** Whether this person may make drafts. Processes belong to the company, so analysts of a part of it look on. */
    public static boolean mayDraft(Actor actor) {
        return actor.is(Role.ANALYST) && actor.unit().equals(actor.company());
    }

    @Transactional(readOnly = true)
    public byte[] content(Actor actor, UUID id) {
        return table.content(find(actor, id).id());
    }

    @Transactional(readOnly = true)
    public List<ModelFinding> findings(Actor actor, UUID id) {
        return reviews.of(find(actor, id));
    }

    /**
     * Keeps what was drawn or uploaded, with whatever mistakes it has.
     *
     * @param revision the one the page was opened with
     * @throws Refusal 409 where somebody saved it in between
     */
    public ModelDraft save(Actor actor, UUID id, int revision, byte[] content) {
        var draft = own(actor, id).require(ModelStatus.DRAFT);
        table.save(draft, revision, title(draft.kind(), bounded(content), draft.title()), content);
        return find(actor, id);
    }

    /** A draft of this actor's own, held until the end of the transaction. */
    ModelDraft own(Actor actor, UUID id) {
        var draft = table.lock(actor.company(), id).orElseThrow(ModelDrafts::unknown);
        requireAnalyst(actor);
        if (!draft.isBy(actor)) {
            throw Refusal.forbidden("models.draft.others", draft.authorName());
        }
        return draft;
    }

    private static void requireAnalyst(Actor actor) {
        if (!mayDraft(actor)) {
            throw Refusal.forbidden("models.analysts");
        }
    }

    private static byte[] bounded(byte[] content) {
        if (content.length == 0 || content.length > ModelXml.LARGEST) {
            throw Refusal.invalid("file", "models.file", ModelXml.LARGEST / 1024);
        }
        return content;
    }

    /** As the drawing calls itself, if that can be read. */
    private static String title(ModelKind kind, byte[] content, String otherwise) {
        if (kind == ModelKind.FORM) {
            return otherwise;
        }
        try {
            return new ModelGraph(ModelXml.read(content))
                    .processes().stream()
                            .findFirst()
                            .map(ModelGraph::called)
                            .map(name -> name.substring(0, Math.min(name.length(), 100)))
                            .orElse(otherwise);
        } catch (ModelRefused unreadable) {
            return otherwise;
        }
    }

    private static Refusal unknown() {
        return Refusal.unknown("models.draft.unknown");
    }
}
