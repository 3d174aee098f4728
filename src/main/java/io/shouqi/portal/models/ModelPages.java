package io.shouqi.portal.models;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.workflow.ModelDrafts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The processes and forms of the company: which there are, their versions, and what is being written. */
@Controller
@RequestMapping("/processes")
@AllowedTo({DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class ModelPages {

    private final ModelShelf shelf;
    private final DraftSheets sheets;
    private final ModelFiles files;
    private final ModelDrafts drafts;

    ModelPages(ModelShelf shelf, DraftSheets sheets, ModelFiles files, ModelDrafts drafts) {
        this.shelf = shelf;
        this.sheets = sheets;
        this.files = files;
        this.drafts = drafts;
    }

    @GetMapping
    String shelf(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("boards", shelf.of(actor));
        model.addAttribute("counted", ModelShelf.mayCount(actor));
        return "models/shelf";
    }

    /** A task knows its draft by the number under which that was handed in. */
    @GetMapping(params = "submission")
    String submitted(@RequestParam String submission, @AuthenticationPrincipal Actor actor) {
        var draft = drafts.submitted(actor, submission);
        return "redirect:/processes/" + draft.key() + "/drafts/" + draft.id();
    }

    @GetMapping("/{key}")
    String model(@PathVariable String key, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("shelf", shelf.of(actor, key));
        model.addAttribute("counted", ModelShelf.mayCount(actor));
        return "models/model";
    }

    @GetMapping("/{key}/versions/{version}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String key, @PathVariable int version, @AuthenticationPrincipal Actor actor) {
        return download(files.version(actor, key, version));
    }

    @GetMapping("/{key}/drafts/{id}")
    String draft(
            @PathVariable String key,
            @PathVariable UUID id,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("sheet", sheets.of(actor, files.draft(actor, key, id), locale));
        return "models/draft";
    }

    @GetMapping("/{key}/drafts/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String key, @PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return download(files.draft(actor, files.draft(actor, key, id)));
    }

    /** What becomes of the cases that run, looked at before anything is handed in. */
    @GetMapping("/{key}/drafts/{id}/plan")
    String plan(
            @PathVariable String key,
            @PathVariable UUID id,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            Model model) {
        var draft = files.draft(actor, key, id);
        model.addAttribute("plan", sheets.plan(actor, draft));
        model.addAttribute("sheet", sheets.of(actor, draft, locale));
        return "models/plan :: plan";
    }

    private static ResponseEntity<byte[]> download(ModelFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
