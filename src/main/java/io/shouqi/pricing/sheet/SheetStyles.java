package io.shouqi.pricing.sheet;

import io.shouqi.sheet.SheetLook;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** The look of a table: labels of conditions dark, of terms in the seal's red. */
final class SheetStyles {

    private final SheetLook look;

    SheetStyles(SheetLook look) {
        this.look = look;
    }

    XSSFCellStyle of(HeaderRow row, Column<?> column) {
        return switch (row) {
            case TITLE -> look.title();
            case NOTE -> look.note();
            case LABEL -> column.isCondition() ? look.darkLabel() : look.redLabel();
            case RULE_SET, IMPORT, VARIABLES, RULE_TABLE, KIND, PATTERN, SNIPPET -> look.code();
        };
    }

    Optional<Float> height(HeaderRow row) {
        return switch (row) {
            case TITLE -> Optional.of(30f);
            case NOTE -> Optional.of(18f);
            case LABEL -> Optional.of(24f);
            case RULE_SET, IMPORT, VARIABLES, RULE_TABLE, KIND, PATTERN, SNIPPET -> Optional.empty();
        };
    }

    XSSFCellStyle data(Column<?> column) {
        return column.kind().isFigures() ? look.figures() : look.words();
    }

    XSSFCellStyle open() {
        return look.open();
    }
}
