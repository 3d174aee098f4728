package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decision tables of the caller's company, as lists and as workbooks. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleApi {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RuleTables tables;

    RuleApi(RuleTables tables) {
        this.tables = tables;
    }

    @GetMapping
    Versions latest(@AuthenticationPrincipal Actor actor) {
        return new Versions(tables.latest(actor.company()));
    }

    @GetMapping("/{table}/versions")
    Versions versions(@AuthenticationPrincipal Actor actor, @PathVariable String table) {
        return new Versions(tables.versions(actor.company(), Tables.of(table).code()));
    }

    @GetMapping(path = "/{table}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    TableVersion version(
            @AuthenticationPrincipal Actor actor, @PathVariable String table, @PathVariable String version) {
        return tables.find(actor.company(), table, version);
    }

    @GetMapping(path = "/{table}/versions/{version}", produces = XLSX)
    ResponseEntity<byte[]> workbook(
            @AuthenticationPrincipal Actor actor, @PathVariable String table, @PathVariable String version) {
        var found = tables.find(actor.company(), table, version);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + found.table() + "-" + found.version() + ".xlsx\"")
                .body(tables.workbook(actor.company(), found.table(), String.valueOf(found.version())));
    }

    record Versions(List<TableVersion> items) {}
}
