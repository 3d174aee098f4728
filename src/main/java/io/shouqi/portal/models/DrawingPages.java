package io.shouqi.portal.models;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.portal.Diagram;
import io.shouqi.portal.models.DraftSheets.FindingLine;
import io.shouqi.portal.models.ElementTemplates.Template;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ModelDrafts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the islands read that show a drawing or a form, and what the modeler and the editor save. */
@RestController
@RequestMapping("/processes/{key}")
@AllowedTo({DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class DrawingPages {

    private static final Object NO_FIELDS = Map.of("type", "default", "components", List.of());

    private final ModelFiles files;
    private final ModelDrafts drafts;
    private final DraftSheets sheets;
    private final ElementTemplates templates;
    private final JsonMapper json;

    DrawingPages(
            ModelFiles files, ModelDrafts drafts, DraftSheets sheets, ElementTemplates templates, JsonMapper json) {
        this.files = files;
        this.drafts = drafts;
        this.sheets = sheets;
        this.templates = templates;
        this.json = json;
    }

    @GetMapping("/diagram")
    Diagram diagram(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Actor actor) {
        return Diagram.plain(files.find(actor, key, draft, version).text());
    }

    /** @param schema of the form; an empty one while it cannot be read */
    record Preview(Object schema, Map<String, Object> data) {}

    @GetMapping("/preview")
    Preview preview(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Actor actor) {
        return new Preview(schema(files.find(actor, key, draft, version)), Map.of());
    }

    private Object schema(ModelFile form) {
        try {
            JsonNode schema = json.readTree(form.bytes());
            return schema.path("components").isArray() ? schema : NO_FIELDS;
        } catch (JacksonException e) {
            return NO_FIELDS;
        }
    }

    /**
     * @param revision to be sent back with what is saved
     * @param templates what may be picked for elements
     */
    record Drawing(String content, int revision, List<FindingLine> findings, List<Template> templates) {}

    @GetMapping("/drafts/{id}/drawing")
    Drawing drawing(
            @PathVariable String key, @PathVariable UUID id, @AuthenticationPrincipal Actor actor, Locale locale) {
        var draft = files.draft(actor, key, id);
        return new Drawing(
                files.draft(actor, draft).text(),
                draft.revision(),
                sheets.findings(actor, draft, locale),
                templates.of(actor.company(), key, locale));
    }

    record Saving(@Nullable Integer revision, @Nullable String content) {}

    record Saved(int revision, List<FindingLine> findings) {}

    /** Everything drawn is kept, mistakes too; the answer names them. */
    @PostMapping("/drafts/{id}/drawing")
    @AllowedTo(ANALYST)
    Saved save(
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestBody Saving saving,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        files.draft(actor, key, id);
        if (saving.content() == null || saving.revision() == null) {
            throw Refusal.invalid("content", "field.required");
        }
        var saved = drafts.save(actor, id, saving.revision(), saving.content().getBytes(StandardCharsets.UTF_8));
        return new Saved(saved.revision(), sheets.findings(actor, saved, locale));
    }
}
