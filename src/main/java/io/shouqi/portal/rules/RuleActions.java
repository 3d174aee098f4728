package io.shouqi.portal.rules;

import static io.shouqi.identity.Role.ANALYST;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.RuleDrafts;
import io.shouqi.pricing.RuleDrafts.Intent;
import io.shouqi.pricing.RulePublishing;
import io.shouqi.pricing.TableVersion;
import io.shouqi.shared.Refusal;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an analyst does with versions to come. Each answer is the page of the version. */
@Controller
@RequestMapping("/rules/{table}")
@AllowedTo(ANALYST)
class RuleActions {

    private static final String TOAST = "toast";

    private final RuleDrafts drafts;
    private final RulePublishing publishing;

    RuleActions(RuleDrafts drafts, RulePublishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    /** A draft that begins as an earlier version. */
    @PostMapping("/drafts")
    String draft(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String base,
            @RequestParam(required = false) @Nullable String validFrom,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var from = Objects.requireNonNullElse(base, "latest");
        return show(drafts.from(actor, table, from, new Intent(validFrom, reason)), "rules.made", next);
    }

    /** A draft from a file that was filled in elsewhere. */
    @PostMapping("/files")
    String upload(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String validFrom,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next)
            throws IOException {
        return show(drafts.upload(actor, table, content(file), new Intent(validFrom, reason)), "rules.made", next);
    }

    /** Another file in place of what the draft was. */
    @PostMapping("/{version}/file")
    String replace(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next)
            throws IOException {
        return show(drafts.replace(actor, table, version, content(file)), "rules.replaced", next);
    }

    @PostMapping("/{version}/intent")
    String describe(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String validFrom,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        return show(drafts.describe(actor, table, version, new Intent(validFrom, reason)), "rules.saved", next);
    }

    @PostMapping("/{version}/submit")
    String submit(
            @PathVariable String table,
            @PathVariable int version,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        return show(publishing.submit(actor, table, version), "rules.submitted", next);
    }

    @PostMapping("/{version}/take-back")
    String takeBack(
            @PathVariable String table,
            @PathVariable int version,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        return show(publishing.takeBack(actor, table, version), "rules.takenBack", next);
    }

    @PostMapping("/{version}/withdraw")
    String withdraw(
            @PathVariable String table,
            @PathVariable int version,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        return show(publishing.withdraw(actor, table, version), "rules.withdrawn", next);
    }

    private static byte[] content(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "field.required");
        }
        return file.getBytes();
    }

    private static String show(TableVersion version, String toast, RedirectAttributes next) {
        next.addFlashAttribute(TOAST, toast);
        return "redirect:/rules/" + version.table() + "/" + version.version();
    }
}
