package io.shouqi.portal.models;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ModelDraft;
import io.shouqi.workflow.ModelDrafts;
import io.shouqi.workflow.Models;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Where the versions and drafts lie that pages name. */
@Component
class ModelFiles {

    private final Models models;
    private final ModelDrafts drafts;

    ModelFiles(Models models, ModelDrafts drafts) {
        this.models = models;
        this.drafts = drafts;
    }

    /** @param version null for the one in force, where no draft is named */
    ModelFile find(Actor actor, String key, @Nullable UUID draft, @Nullable Integer version) {
        return draft == null ? version(actor, key, version) : draft(actor, draft(actor, key, draft));
    }

    ModelFile version(Actor actor, String key, @Nullable Integer number) {
        var kind = models.kind(actor.company(), key);
        var version =
                number == null ? models.inForce(actor.company(), kind, key).version() : number;
        var content = models.content(actor.company(), kind, key, version);
        return new ModelFile(kind, key, "v" + version, new ByteArrayResource(content));
    }

    ModelFile draft(Actor actor, ModelDraft draft) {
        var content = drafts.content(actor, draft.id());
        return new ModelFile(draft.kind(), draft.key(), "draft", new ByteArrayResource(content));
    }

    /** @throws Refusal 404 where that process or form has no such draft */
    ModelDraft draft(Actor actor, String key, UUID id) {
        var draft = drafts.find(actor, id);
        if (!draft.key().equals(key)) {
            throw Refusal.unknown("models.draft.unknown");
        }
        return draft;
    }
}
