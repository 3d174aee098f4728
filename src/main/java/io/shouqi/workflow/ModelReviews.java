package io.shouqi.workflow;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a draft as it stands, and what it changes. */
@Component
class ModelReviews {

    private final ModelCheck processes;
    private final FormCheck forms;
    private final Models models;
    private final ModelDraftTable drafts;
    private final JsonMapper json;

    ModelReviews(ModelCheck processes, FormCheck forms, Models models, ModelDraftTable drafts, JsonMapper json) {
        this.processes = processes;
        this.forms = forms;
        this.models = models;
        this.drafts = drafts;
        this.json = json;
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

    List<ModelChange> changes(ModelDraft draft) {
        return changes(
                draft.kind(),
                models.content(draft.company(), draft.kind(), draft.key(), draft.baseVersion()),
                drafts.content(draft.id()));
    }

    /** Empty while one of the two cannot be read. */
    List<ModelChange> changes(ModelKind kind, byte[] before, byte[] after) {
        try {
            return kind == ModelKind.FORM
                    ? FormDiff.between(json.readTree(before), json.readTree(after))
                    : ModelDiff.between(ModelXml.read(before), ModelXml.read(after));
        } catch (ModelRefused | JacksonException unreadable) {
            return List.of();
        }
    }
}
