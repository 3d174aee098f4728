package io.shouqi.portal.models;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.DIRECTOR;

import io.shouqi.identity.Actor;
import io.shouqi.workflow.ModelDraft;
import io.shouqi.workflow.ModelDrafts;
import io.shouqi.workflow.ModelKind;
import io.shouqi.workflow.ModelSummary;
import io.shouqi.workflow.ModelVersion;
import io.shouqi.workflow.Models;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The processes and forms of a company, each with where it stands today. */
@Component
class ModelShelf {

    private final Models models;
    private final ModelDrafts drafts;

    ModelShelf(Models models, ModelDrafts drafts) {
        this.models = models;
        this.drafts = drafts;
    }

    /** All of one kind. */
    record Board(ModelKind kind, List<Item> items) {}

    /** @param open drafts being written or reviewed */
    record Item(ModelSummary model, List<ModelDraft> open) {}

    /**
     * One process or form.
     *
     * @param versions the latest first, which is in force
     * @param analyst whether this person may change it
     * @param rehearsed whether this person may play it through
     */
    record Shelf(
            ModelKind kind, List<ModelVersion> versions, List<ModelDraft> drafts, boolean analyst, boolean rehearsed) {

        public ModelVersion inForce() {
            return versions.get(0);
        }

        public boolean isProcess() {
            return kind == ModelKind.PROCESS;
        }
    }

    List<Board> of(Actor actor) {
        var all = models.list(actor.company());
        var open = drafts.open(actor);
        return Arrays.stream(ModelKind.values())
                .map(kind -> new Board(
                        kind,
                        all.stream()
                                .filter(model -> model.inForce().kind() == kind)
                                .map(model -> new Item(model, of(open, model.inForce())))
                                .toList()))
                .toList();
    }

    private static List<ModelDraft> of(List<ModelDraft> open, ModelVersion inForce) {
        return open.stream()
                .filter(draft -> draft.kind() == inForce.kind() && draft.key().equals(inForce.key()))
                .toList();
    }

    Shelf of(Actor actor, String key) {
        var kind = models.kind(actor.company(), key);
        return new Shelf(
                kind,
                models.versions(actor.company(), kind, key),
                drafts.of(actor, key),
                ModelDrafts.mayDraft(actor),
                mayRehearse(actor, kind));
    }

    /** How many cases run tells of all stores: for those who see all of them. */
    static boolean mayCount(Actor actor) {
        return actor.unit().equals(actor.company());
    }

    /** A form has no way that could be walked; auditors only read. */
    static boolean mayRehearse(Actor actor, ModelKind kind) {
        return kind == ModelKind.PROCESS
                && Stream.of(ANALYST, DIRECTOR, ADMINISTRATOR).anyMatch(actor::is);
    }
}
