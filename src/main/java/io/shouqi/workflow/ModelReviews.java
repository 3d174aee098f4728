package io.shouqi.workflow;

import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with a draft as it stands, and what it changes. */
@Component
class ModelReviews {

    private final ModelCheck processes;
    private final FormCheck forms;
    private final Models models;
    private final ModelDraftTable drafts;

    ModelReviews(ModelCheck processes, FormCheck forms, Models models, ModelDraftTable drafts) {
        this.processes = processes;
        this.forms = forms;
        this.models = models;
        this.drafts = drafts;
    }

    List<ModelFinding> of(ModelDraft draft) {
        return of(draft.company(), draft.kind(), draft.key(), drafts.content(draft.id()));
    }

    List<ModelFinding> of(String company, ModelKind kind, String key, byte[] content) {
        if (kind == ModelKind.PROCESS) {
            return processes.findings(company, key, content);
        }
        var version = models.inForce(company, kind, key).version();
        return forms.findings(key, content, models.content(company, kind, key, version));
    }

    /** Empty for a form, and while one of the two cannot be read. */
    List<ModelChange> changes(ModelDraft draft) {
        return draft.kind() == ModelKind.FORM
                ? List.of()
                : changes(
                        models.content(draft.company(), draft.kind(), draft.key(), draft.baseVersion()),
                        drafts.content(draft.id()));
    }

    static List<ModelChange> changes(byte[] before, byte[] after) {
        try {
            return ModelDiff.between(ModelXml.read(before), ModelXml.read(after));
        } catch (ModelRefused unreadable) {
            return List.of();
        }
    }
}
