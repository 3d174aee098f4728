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
import io.shouqi.portal.rules.RuleSheets.MistakeLine;
import io.shouqi.pricing.GridColumn;
import io.shouqi.pricing.RuleDrafts;
import io.shouqi.pricing.RulePublishing;
import io.shouqi.pricing.RuleStatus;
import io.shouqi.pricing.RuleTables;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the grid of a version reads and saves. */
@RestController
@RequestMapping("/rules/{table}/{version}/rows")
class RuleGridPages {

    private final RuleTables tables;
    private final RuleDrafts drafts;
    private final RulePublishing publishing;
    private final RuleSheets sheets;
    private final MessageSource messages;

    RuleGridPages(
            RuleTables tables,
            RuleDrafts drafts,
            RulePublishing publishing,
            RuleSheets sheets,
            MessageSource messages) {
        this.tables = tables;
        this.drafts = drafts;
        this.publishing = publishing;
        this.sheets = sheets;
        this.messages = messages;
    }

    /** @param hint what fits into a cell, in words */
    record ColumnView(String key, String letter, String label, String hint, List<String> choices, boolean figures) {}

    /**
     * @param firstRow number of the first row, as the sheet counts
     * @param revision to be sent back with what is saved
     */
    record GridView(
            List<ColumnView> columns,
            int firstRow,
            List<List<String>> rows,
            int revision,
            boolean editable,
            List<MistakeLine> mistakes) {}

    @GetMapping
    @AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR})
    GridView grid(
            @PathVariable String table,
            @PathVariable int version,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        var shown = sheets.readable(actor, table, version);
        var grid = tables.grid(actor.company(), table, Integer.toString(version));
        var editable = shown.status() == RuleStatus.DRAFT && publishing.isOwn(actor, table, version);
        return new GridView(
                grid.columns().stream().map(column -> view(column, locale)).toList(),
                grid.firstRow(),
                grid.rows(),
                shown.revision(),
                editable,
                sheets.mistakes(actor, table, version, locale));
    }

    private ColumnView view(GridColumn column, Locale locale) {
        var choices = String.join("、", column.choices());
        return new ColumnView(
                column.key(),
                column.letter(),
                column.label(),
                String.valueOf(messages.getMessage(column.hint(), new Object[] {choices}, "", locale)),
                column.choices(),
                column.figures());
    }

    /** @param rows cell texts, row by row in the order of the columns */
    record Saving(@Nullable Integer revision, @Nullable List<List<String>> rows) {}

    record Saved(int revision, List<MistakeLine> mistakes) {}

    /** Everything typed is kept, mistakes too; the answer names them. */
    @PostMapping
    @AllowedTo(ANALYST)
    Saved save(
            @PathVariable String table,
            @PathVariable int version,
            @RequestBody Saving saving,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        if (saving.rows() == null || saving.revision() == null) {
            throw Refusal.invalid("rows", "field.required");
        }
        var saved = drafts.save(actor, table, version, saving.revision(), saving.rows());
        return new Saved(saved.revision(), sheets.mistakes(actor, table, version, locale));
    }
}
