package io.shouqi.pricing.sheet;

import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The look of a table: ink on paper; labels of conditions dark, of terms in the seal's red. */
final class SheetStyles {

    private static final String FACE = "微软雅黑";
    private static final byte[] INK = rgb(0x2B2B2B);
    private static final byte[] SEAL = rgb(0xB8321E);
    private static final byte[] FAINT = rgb(0x8C8577);
    private static final byte[] LINE = rgb(0xD8D2C4);
    private static final byte[] WHITE = rgb(0xFFFFFF);

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle title;
    private final XSSFCellStyle note;
    private final XSSFCellStyle code;
    private final XSSFCellStyle condition;
    private final XSSFCellStyle term;
    private final XSSFCellStyle words;
    private final XSSFCellStyle figures;
    private final XSSFCellStyle open;

    SheetStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = text(font(16, SEAL));
        title.getFont().setBold(true);
        note = text(font(10, FAINT));
        code = text(font(9, FAINT));
        condition = label(INK);
        term = label(SEAL);
        open = text(font(10, INK));
        open.setLocked(false);
        words = data();
        figures = data();
        figures.setAlignment(HorizontalAlignment.RIGHT);
    }

    XSSFCellStyle of(HeaderRow row, Column<?> column) {
        return switch (row) {
            case TITLE -> title;
            case NOTE -> note;
            case LABEL -> column.isCondition() ? condition : term;
            case RULE_SET, IMPORT, VARIABLES, RULE_TABLE, KIND, PATTERN, SNIPPET -> code;
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
        return column.kind().isFigures() ? figures : words;
    }

    /** For cells not yet written. */
    XSSFCellStyle open() {
        return open;
    }

    private XSSFCellStyle data() {
        var style = text(font(10, INK));
        style.setLocked(false);
        border(style);
        return style;
    }

    private XSSFCellStyle label(byte[] fill) {
        var font = font(10, WHITE);
        font.setBold(true);
        var style = text(font);
        style.setFillForegroundColor(new XSSFColor(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setAlignment(HorizontalAlignment.CENTER);
        border(style);
        return style;
    }

    /** Format "@": what is typed stays text. */
    private XSSFCellStyle text(XSSFFont font) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFFont font(int points, byte[] colour) {
        var font = workbook.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints((short) points);
        font.setColor(new XSSFColor(colour));
        return font;
    }

    private static void border(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBottomBorderColor(new XSSFColor(LINE));
        style.setRightBorderColor(new XSSFColor(LINE));
    }

    private static byte[] rgb(int colour) {
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }
}
