package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.util.List;

/** A workbook looked at whole: what it says cell by cell, and everything that is wrong with it. */
public final class SheetReview {

    /** Data rows a table may have. */
    public static final int MOST_ROWS = SheetReader.MOST_ROWS;

    /** More are not listed: whoever mends these sees the rest. */
    static final int MOST_MISTAKES = 200;

    private final TableForm form;
    private final List<List<String>> texts;
    private final List<SheetRow> rows;
    private final List<FieldError> mistakes;

    private SheetReview(TableForm form, SheetReader.Reading read, List<FieldError> mistakes) {
        this.form = form;
        this.texts = read.texts();
        this.rows = read.rows();
        this.mistakes = mistakes.stream().limit(MOST_MISTAKES).toList();
    }

    /** @throws Refusal where the file is no workbook of this table at all; mistakes in its data are only noted */
    public static SheetReview of(TableForm form, byte[] workbook) {
        var read = SheetReader.read(form, workbook);
        var checks = read.checks();
        if (checks.errors().isEmpty()) {
            read.rows().forEach(row -> form.check().check(row, form, checks));
            TierChecks.check(form, read.rows(), checks);
        }
        return new SheetReview(form, read, checks.errors());
    }

    public TableForm form() {
        return form;
    }

    /** Cell by cell, from the first row of data; "" for empty cells. */
    public List<List<String>> texts() {
        return texts;
    }

    /** The rows that say something; where there are mistakes, as far as they make sense. */
    public List<SheetRow> rows() {
        return rows;
    }

    /** By the address of the cell; none where the table may be used. */
    public List<FieldError> mistakes() {
        return mistakes;
    }

    public boolean isSound() {
        return mistakes.isEmpty();
    }

    /** @throws Refusal naming every cell that is wrong */
    public SheetReview requireSound() {
        if (!isSound()) {
            throw Refusal.invalid(mistakes);
        }
        return this;
    }

    /** What works but is probably not meant; asked of sound tables. */
    public List<FieldError> doubts(Doubts.Against against) {
        var checks = new Checks();
        new Doubts(form, rows, against, checks).look();
        return checks.errors().stream().limit(MOST_MISTAKES).toList();
    }

    /** @throws Refusal naming every cell that is wrong */
    public DecisionTable compile() {
        requireSound();
        return DecisionTable.of(form, rows);
    }
}
