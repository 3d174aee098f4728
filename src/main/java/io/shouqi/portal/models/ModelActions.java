package io.shouqi.portal.models;

import static io.shouqi.identity.Role.ANALYST;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ModelDraft;
import io.shouqi.workflow.ModelDrafts;
import io.shouqi.workflow.ModelPublishing;
import io.shouqi.workflow.Models;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What an analyst does with drafts. Each leads to the page of the draft, which is loaded as a whole: only there does
 * the content policy allow what the modeler needs.
 */
@Controller
@RequestMapping("/processes/{key}")
@AllowedTo(ANALYST)
class ModelActions {

    private final ModelDrafts drafts;
    private final ModelPublishing publishing;
    private final Models models;
    private final ModelFiles files;

    ModelActions(ModelDrafts drafts, ModelPublishing publishing, Models models, ModelFiles files) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.models = models;
        this.files = files;
    }

    /** A draft that begins as a version there is. */
    @PostMapping("/drafts")
    ResponseEntity<Void> draft(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer base,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor) {
        var kind = models.kind(actor.company(), key);
        var from = base == null ? models.inForce(actor.company(), kind, key).version() : base;
        return show(drafts.from(actor, kind, key, from, reason));
    }

    /** A draft from a file that was made elsewhere. */
    @PostMapping("/files")
    ResponseEntity<Void> upload(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor)
            throws IOException {
        var kind = models.kind(actor.company(), key);
        return show(drafts.upload(actor, kind, key, content(file), reason));
    }

    /** Another file in place of what the draft was. */
    @PostMapping("/drafts/{id}/file")
    ResponseEntity<Void> replace(
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor)
            throws IOException {
        var draft = files.draft(actor, key, id);
        var content = content(file);
        return show(drafts.save(actor, id, revision == null ? draft.revision() : revision, content));
    }

    @PostMapping("/drafts/{id}/submit")
    ResponseEntity<Void> submit(
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String running,
            @RequestParam(required = false) @Nullable Integer seen,
            @AuthenticationPrincipal Actor actor) {
        var draft = files.draft(actor, key, id);
        return show(publishing.submit(actor, id, running, seen == null ? draft.seenVersion() : seen));
    }

    @PostMapping("/drafts/{id}/take-back")
    ResponseEntity<Void> takeBack(
            @PathVariable String key, @PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        files.draft(actor, key, id);
        return show(publishing.takeBack(actor, id));
    }

    @PostMapping("/drafts/{id}/withdraw")
    ResponseEntity<Void> withdraw(
            @PathVariable String key, @PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        files.draft(actor, key, id);
        return show(publishing.withdraw(actor, id));
    }

    private static byte[] content(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "field.required");
        }
        return file.getBytes();
    }

    private static ResponseEntity<Void> show(ModelDraft draft) {
        var page = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/processes/{key}/drafts/{id}")
                .buildAndExpand(draft.key(), draft.id())
                .getPath();
        return ResponseEntity.noContent()
                .header("HX-Redirect", String.valueOf(page))
                .build();
    }
}
