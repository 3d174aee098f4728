package io.shouqi.portal.rules;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.RetroactiveEffects;
import io.shouqi.pricing.RuleDrafts;
import io.shouqi.pricing.RuleTables;
import io.shouqi.shared.BusinessTime;
import io.shouqi.sheet.WorkbookFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** The decision tables of the company: which there are, their versions, and one of them. */
@Controller
@RequestMapping("/rules")
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR})
class RulePages {

    private final RuleShelf shelf;
    private final RuleSheets sheets;
    private final RuleTables tables;
    private final RetroactiveEffects effects;
    private final Clock clock;

    RulePages(RuleShelf shelf, RuleSheets sheets, RuleTables tables, RetroactiveEffects effects, Clock clock) {
        this.shelf = shelf;
        this.sheets = sheets;
        this.tables = tables;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping
    String shelf(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("tables", shelf.of(actor));
        return "rules/shelf";
    }

    @GetMapping("/{table}")
    String table(@PathVariable String table, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("shelf", shelf.of(actor, table));
        model.addAttribute("today", BusinessTime.today(clock));
        model.addAttribute("analyst", RuleDrafts.mayDraft(actor));
        return "rules/table";
    }

    @GetMapping("/{table}/{version}")
    String version(
            @PathVariable String table,
            @PathVariable int version,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("sheet", sheets.of(actor, table, version, locale));
        model.addAttribute(
                "corrects", effects.of(actor.company(), table, version).isPresent());
        model.addAttribute("today", BusinessTime.today(clock));
        return "rules/version";
    }

    /** What changed from an earlier version to this one. */
    @GetMapping("/{table}/{version}/changes")
    String changes(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String from,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("changes", sheets.changes(actor, table, version, from));
        return "rules/changes :: changes";
    }

    @GetMapping("/{table}/{version}/workbook")
    ResponseEntity<byte[]> workbook(
            @PathVariable String table, @PathVariable int version, @AuthenticationPrincipal Actor actor) {
        var shown = sheets.readable(actor, table, version);
        var name = shown.title() + "-" + shown.validFrom() + "-v" + shown.version() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WorkbookFile.XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(tables.workbook(actor.company(), table, Integer.toString(version)));
    }
}
