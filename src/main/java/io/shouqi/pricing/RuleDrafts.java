package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.pricing.RuleVersions.Draft;
import io.shouqi.pricing.sheet.HeaderRow;
import io.shouqi.pricing.sheet.SheetReview;
import io.shouqi.pricing.sheet.SheetWriter;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import io.shouqi.sheet.SheetCells;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where analysts work on the versions to come. A draft belongs to its author: who publishes it must be somebody else, and
 * must have had no hand in it.
 */
@Service
@Transactional
public class RuleDrafts {

    private static final int LONGEST_CELL = 200;
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}\\x{FFFE}\\x{FFFF}]|\\p{Cs}");

    private final RuleVersions versions;
    private final RuleTables tables;

    RuleDrafts(RuleVersions versions, RuleTables tables) {
        this.versions = versions;
        this.tables = tables;
    }

    /**
     * Why a version is made and from when it is for, as somebody typed it.
     *
     * @param validFrom such as 2026-12-01; in the past for a correction
     */
    public record Intent(
            @Nullable String validFrom, @Nullable String reason) {}

    private record Read(LocalDate validFrom, String reason) {}

    /**
     * A draft that begins as any version there is; so one goes back to an earlier one.
     *
     * @param versionOrLatest a number or "latest"
     */
    public TableVersion from(Actor actor, String table, String versionOrLatest, Intent intent) {
        var base = tables.find(actor.company(), table, versionOrLatest);
        requireAnalyst(actor);
        var read = read(intent);
        return draft(actor, DecisionTables.need(table), base.version(), read, versions.workbook(base.id()));
    }

    /**
     * A draft from a file.
     *
     * @throws Refusal naming every cell that is wrong; nothing is kept then
     */
    public TableVersion upload(Actor actor, String table, byte[] workbook, Intent intent) {
        var form = DecisionTables.need(table);
        requireAnalyst(actor);
        var read = read(intent);
        SheetReview.of(form, workbook).requireSound();
        var base = versions.published(actor.company(), table).stream()
                .reduce((before, last) -> last)
                .map(StoredVersion::version)
                .orElse(null);
        return draft(actor, form, base, read, workbook);
    }

    private TableVersion draft(Actor actor, TableForm form, @Nullable Integer base, Read read, byte[] workbook) {
        var draft = new Draft(actor.company(), form, read.validFrom(), base, read.reason());
        return versions.draft(draft, workbook, actor).shown();
    }

    /**
     * Another file in place of what the draft was.
     *
     * @throws Refusal naming every cell that is wrong; the draft stays as it was then
     */
    public TableVersion replace(Actor actor, String table, int version, byte[] workbook) {
        var draft = own(actor, table, version);
        SheetReview.of(DecisionTables.need(table), workbook).requireSound();
        return rewrite(draft, draft.validFrom(), draft.reason(), workbook);
    }

    /**
     * The rows as they stand in a grid, with the product's own header above them. Mistakes are kept too, so that nothing
     * typed is lost: {@link RuleTables#mistakes} names them, and such a draft is not submitted.
     *
     * @param revision the one the grid was opened with
     * @param rows texts in the order of the columns; missing ones are empty
     */
    public TableVersion save(Actor actor, String table, int version, int revision, List<List<String>> rows) {
        var draft = own(actor, table, version).requireRevision(revision);
        var form = DecisionTables.need(table);
        return rewrite(draft, draft.validFrom(), draft.reason(), SheetWriter.write(form, writable(form, rows)));
    }

    public TableVersion describe(Actor actor, String table, int version, Intent intent) {
        var draft = own(actor, table, version);
        var read = read(intent);
        return rewrite(draft, read.validFrom(), read.reason(), versions.workbook(draft.id()));
    }

    private TableVersion rewrite(StoredVersion draft, LocalDate validFrom, String reason, byte[] workbook) {
        versions.rewrite(draft, validFrom, reason, workbook);
        return versions.byId(draft.id()).shown();
    }

    /** A draft of this actor's own, held until the end of the transaction. */
    StoredVersion own(Actor actor, String table, int version) {
        return held(actor, table, version).require(RuleStatus.DRAFT);
    }

    /** A version of this actor's own in whatever state, held until the end of the transaction. */
    StoredVersion held(Actor actor, String table, int version) {
        var found = tables.find(actor.company(), table, Integer.toString(version));
        requireAnalyst(actor);
        return versions.lock(found.id()).requireAuthor(actor);
    }

    /** Rules belong to the company, so analysts of a part of it look on. */
    public static boolean mayDraft(Actor actor) {
        return actor.is(Role.ANALYST) && actor.mayWorkIn(actor.company(), actor.company());
    }

    private static void requireAnalyst(Actor actor) {
        if (!mayDraft(actor)) {
            throw Refusal.forbidden("rules.analysts");
        }
    }

    private static Read read(Intent intent) {
        var checks = new Checks();
        var validFrom = checks.date("validFrom", intent.validFrom());
        var reason = checks.required("reason", intent.reason(), 300);
        checks.refuse();
        return new Read(Objects.requireNonNull(validFrom), Objects.requireNonNull(reason));
    }

    /** Every row with a cell for each column; what no sheet can hold is named by its place. */
    private static List<List<String>> writable(TableForm form, List<List<String>> rows) {
        var checks = new Checks();
        var width = form.columns().size();
        if (rows.size() > SheetReview.MOST_ROWS) {
            throw Refusal.invalid(
                    SheetCells.address(HeaderRow.DATA + SheetReview.MOST_ROWS, 0),
                    "pricing.sheet.tooLong",
                    SheetReview.MOST_ROWS);
        }
        var written = new ArrayList<List<String>>();
        for (var r = 0; r < rows.size(); r++) {
            var cells = new ArrayList<String>();
            for (var c = 0; c < Math.max(width, rows.get(r).size()); c++) {
                @Nullable String given = c < rows.get(r).size() ? rows.get(r).get(c) : "";
                var text = given == null ? "" : given.strip();
                var cell = SheetCells.address(HeaderRow.DATA + r, c);
                if (c >= width && !text.isEmpty()) {
                    checks.add(cell, "sheet.cell.outside");
                }
                check(cell, text, checks);
                cells.add(text);
            }
            written.add(List.copyOf(cells.subList(0, width)));
        }
        checks.refuse();
        return written;
    }

    private static void check(String cell, String text, Checks checks) {
        if (text.length() > LONGEST_CELL) {
            checks.add(cell, "field.tooLong", LONGEST_CELL);
        } else if (UNWRITABLE.matcher(text).find()) {
            checks.add(cell, "field.control");
        }
    }
}
