package io.shouqi.identity.admin;

import io.shouqi.shared.Checks;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import io.shouqi.sheet.SheetCells;
import io.shouqi.sheet.WorkbookFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** The form of an import file: what its columns are and how its rows are read. */
final class PeopleSheet {

    static final int LABELS = 3;
    static final int FIRST = 4;
    static final int MOST_ROWS = 2_000;

    /** The shipped example begins so; such a row is nobody. */
    static final String EXAMPLE = "例：";

    static final String TITLE = "人员导入";
    static final List<String> COLUMNS = List.of("用户名", "姓名", "所属单位", "角色", "角色二", "角色三");
    static final int USERNAME = 0;
    static final int NAME = 1;
    static final int UNIT = 2;
    static final int ROLE = 3;

    private PeopleSheet() {}

    /** @throws Refusal 422 where the file is not of this form at all; what is wrong with a row stays with the row */
    static List<SheetPerson> read(byte[] file) {
        return WorkbookFile.read(file, PeopleSheet::read);
    }

    private static List<SheetPerson> read(Sheet sheet) {
        var whole = new Checks();
        var cells = new SheetCells(sheet, whole);
        for (var c = 0; c < COLUMNS.size(); c++) {
            if (!cells.says(LABELS, c, COLUMNS.get(c))) {
                whole.add("file", "admin.import.form", SheetCells.address(LABELS, c), COLUMNS.get(c));
                whole.refuse();
            }
        }
        if (cells.lastRow() >= FIRST + MOST_ROWS) {
            whole.add("file", "admin.import.tooLong", MOST_ROWS);
        }
        whole.refuse();
        var people = new ArrayList<SheetPerson>();
        for (var number = FIRST; number <= cells.lastRow(); number++) {
            row(sheet, number).ifPresent(people::add);
        }
        if (people.isEmpty()) {
            throw Refusal.invalid("file", "admin.import.empty");
        }
        return people;
    }

    private static Optional<SheetPerson> row(Sheet sheet, int number) {
        var checks = new Checks();
        var cells = new SheetCells(sheet, checks);
        var texts = new ArrayList<@Nullable String>();
        for (var c = 0; c < COLUMNS.size(); c++) {
            texts.add(cells.text(number, c));
        }
        cells.refuseOutside(number, COLUMNS.size());
        var unreadable = found(checks);
        var isEmpty = unreadable.isEmpty() && texts.stream().allMatch(Objects::isNull);
        var isExample = Stream.ofNullable(texts.get(USERNAME)).anyMatch(text -> text.startsWith(EXAMPLE));
        return isEmpty || isExample
                ? Optional.empty()
                : Optional.of(new SheetPerson(
                        number,
                        texts.get(USERNAME),
                        texts.get(NAME),
                        texts.get(UNIT),
                        Collections.unmodifiableList(texts.subList(ROLE, COLUMNS.size())),
                        unreadable));
    }

    static List<FieldError> found(Checks checks) {
        try {
            checks.refuse();
            return List.of();
        } catch (Refusal wrong) {
            return wrong.fields();
        }
    }
}
