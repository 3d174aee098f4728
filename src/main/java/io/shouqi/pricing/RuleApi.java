package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.shared.Refusal;
import io.shouqi.sheet.WorkbookFile;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision tables of the caller's company. */
@RestController
@RequestMapping("/api/v1/rules")
@AllowedToStaff
@ApiScope(ApiPart.RULES)
class RuleApi {

    static final String XLSX = WorkbookFile.XLSX;

    private final RuleTables tables;
    private final RuleStates states;

    RuleApi(RuleTables tables, RuleStates states) {
        this.tables = tables;
        this.states = states;
    }

    @GetMapping
    Page list(@AuthenticationPrincipal Actor actor) {
        return new Page(tables.latest(actor.company()), null);
    }

    @GetMapping("/{table}/versions")
    Page versions(@AuthenticationPrincipal Actor actor, @PathVariable String table) {
        return new Page(
                tables.versions(actor.company(), table).stream()
                        .filter(version -> RuleReaders.mayRead(actor, version))
                        .toList(),
                null);
    }

    @GetMapping("/{table}/versions/{version}")
    RuleStates.State version(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String table,
            @PathVariable String version,
            Locale locale) {
        return states.of(actor.company(), seen(actor, table, version), locale);
    }

    @GetMapping(path = "/{table}/versions/{version}", produces = XLSX)
    ResponseEntity<byte[]> workbook(
            @AuthenticationPrincipal Actor actor, @PathVariable String table, @PathVariable String version) {
        var shown = seen(actor, table, version);
        var name = shown.table() + "-" + shown.validFrom() + "-v" + shown.version() + ".xlsx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(tables.workbook(actor.company(), table, Integer.toString(shown.version())));
    }

    private TableVersion seen(Actor actor, String table, String version) {
        var shown = tables.version(actor.company(), table, version);
        if (!RuleReaders.mayRead(actor, shown)) {
            throw Refusal.unknown("pricing.version.unknown", table, version);
        }
        return shown;
    }

    record Page(List<TableVersion> items, @Nullable String nextCursor) {}
}
