package io.shouqi.portal.rehearsal;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ModelDrafts;
import io.shouqi.workflow.ModelFinding;
import io.shouqi.workflow.ModelKind;
import io.shouqi.workflow.Models;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** What is played: a draft, or a version there is. */
record Script(
        String key,
        String title,
        ByteArrayResource model,
        @Nullable UUID draft,
        @Nullable Integer version) {

    /** Where they lie. */
    @Component
    static class Shelf {

        private final Models models;
        private final ModelDrafts drafts;

        Shelf(Models models, ModelDrafts drafts) {
            this.models = models;
            this.drafts = drafts;
        }

        /**
         * @param version null for the one in force
         * @throws Refusal 404 where the company has no such process, 409 where a draft has mistakes
         */
        Script find(Actor actor, String key, @Nullable UUID draft, @Nullable Integer version) {
            return draft == null ? version(actor, key, version) : draft(actor, key, draft);
        }

        private Script version(Actor actor, String key, @Nullable Integer number) {
            var found = number == null
                    ? models.inForce(actor.company(), ModelKind.PROCESS, key)
                    : models.find(actor.company(), ModelKind.PROCESS, key, number);
            var model = models.content(actor.company(), ModelKind.PROCESS, key, found.version());
            return new Script(key, found.title(), new ByteArrayResource(model), null, found.version());
        }

        private Script draft(Actor actor, String key, UUID id) {
            var draft = drafts.find(actor, id);
            if (draft.kind() != ModelKind.PROCESS || !draft.key().equals(key)) {
                throw Refusal.unknown("models.draft.unknown");
            }
            if (drafts.findings(actor, id).stream().anyMatch(ModelFinding::isError)) {
                throw Refusal.conflict("rehearsal.mistakes", draft.title());
            }
            var model = new ByteArrayResource(drafts.content(actor, id));
            return new Script(key, draft.title(), model, id, null);
        }
    }
}
