package io.shouqi.portal.models;

import io.shouqi.identity.Actor;
import io.shouqi.workflow.MigrationOutlook;
import io.shouqi.workflow.MigrationProgress;
import io.shouqi.workflow.ModelDraft;
import io.shouqi.workflow.ModelDrafts;
import io.shouqi.workflow.ModelFinding;
import io.shouqi.workflow.ModelKind;
import io.shouqi.workflow.ModelPublishing;
import io.shouqi.workflow.ModelStatus;
import io.shouqi.workflow.ModelVersion;
import io.shouqi.workflow.Models;
import io.shouqi.workflow.Task;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A draft with everything its page says about it. */
@Component
class DraftSheets {

    private final ModelDrafts drafts;
    private final ModelPublishing publishing;
    private final Models models;
    private final MessageSource messages;

    DraftSheets(ModelDrafts drafts, ModelPublishing publishing, Models models, MessageSource messages) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.models = models;
        this.messages = messages;
    }

    /**
     * @param mine whether this person may change it, as long as it is a draft
     * @param rehearsed whether this person may play it through
     * @param versions to compare with, the latest first
     * @param task in which this person may decide; null where it is not this person's turn
     * @param progress of the cases that move since it was published
     */
    record Sheet(
            ModelDraft draft,
            List<FindingLine> findings,
            boolean mine,
            boolean rehearsed,
            List<ModelVersion> versions,
            @Nullable Task task,
            List<MigrationProgress> progress) {

        public boolean isProcess() {
            return draft.kind() == ModelKind.PROCESS;
        }

        public boolean editable() {
            return mine && draft.status() == ModelStatus.DRAFT;
        }

        public boolean reviewed() {
            return draft.status() == ModelStatus.IN_REVIEW;
        }

        public boolean sound() {
            return findings.stream().noneMatch(FindingLine::error);
        }
    }

    /**
     * @param element in the drawing or the form; empty where it is the file as a whole
     * @param error whether it cannot be published like this
     */
    record FindingLine(String element, String name, boolean error, String text) {}

    /**
     * What becomes of the cases that run.
     *
     * @param outlook of each version that has some
     * @param counted whether this person may know how many cases run
     * @param newest the version in force that the person has seen with it
     */
    record Plan(ModelDraft draft, List<MigrationOutlook> outlook, boolean counted, int newest, boolean sound) {

        public boolean hasCases() {
            return !outlook.isEmpty();
        }

        public boolean isOutdated() {
            return newest != draft.baseVersion();
        }
    }

    Sheet of(Actor actor, ModelDraft draft, Locale locale) {
        return new Sheet(
                draft,
                findings(actor, draft, locale),
                ModelDrafts.mayDraft(actor) && draft.isBy(actor),
                ModelShelf.mayRehearse(actor, draft.kind()),
                models.versions(actor.company(), draft.kind(), draft.key()),
                publishing.openTask(actor, draft.id()).orElse(null),
                ModelShelf.mayCount(actor) ? publishing.progress(actor, draft.id()) : List.of());
    }

    List<FindingLine> findings(Actor actor, ModelDraft draft, Locale locale) {
        return drafts.findings(actor, draft.id()).stream()
                .map(finding -> line(finding, locale))
                .toList();
    }

    private FindingLine line(ModelFinding finding, Locale locale) {
        var text = messages.getMessage(finding.code(), finding.words().toArray(), finding.code(), locale);
        return new FindingLine(finding.element(), finding.name(), finding.isError(), String.valueOf(text));
    }

    Plan plan(Actor actor, ModelDraft draft) {
        var newest = models.inForce(actor.company(), draft.kind(), draft.key()).version();
        var sound = drafts.findings(actor, draft.id()).stream().noneMatch(ModelFinding::isError);
        var counted = ModelShelf.mayCount(actor);
        var outlook = counted ? publishing.outlook(actor, draft.id()) : List.<MigrationOutlook>of();
        return new Plan(draft, outlook, counted, newest, sound);
    }
}
