package io.shouqi.sheet;

import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The look of every workbook: ink on paper; labels dark or in the seal's red. All cells are text and stay text. */
public final class SheetLook {

    private static final String FACE = "微软雅黑";
    private static final byte[] INK = rgb(0x2B2B2B);
    private static final byte[] SEAL = rgb(0xB8321E);
    private static final byte[] FAINT = rgb(0x8C8577);
    private static final byte[] LINE = rgb(0xD8D2C4);
    private static final byte[] WHITE = rgb(0xFFFFFF);

    private static final int NARROWEST = 9;
    private static final int WIDEST = 28;
    private static final int CHARACTER = 256;

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle title;
    private final XSSFCellStyle note;
    private final XSSFCellStyle code;
    private final XSSFCellStyle darkLabel;
    private final XSSFCellStyle redLabel;
    private final XSSFCellStyle words;
    private final XSSFCellStyle figures;
    private final XSSFCellStyle open;

    public SheetLook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = text(font(16, SEAL));
        title.getFont().setBold(true);
        note = text(font(10, FAINT));
        code = text(font(9, FAINT));
        darkLabel = label(INK);
        redLabel = label(SEAL);
        open = text(font(10, INK));
        open.setLocked(false);
        words = data();
        figures = data();
        figures.setAlignment(HorizontalAlignment.RIGHT);
    }

    public XSSFCellStyle title() {
        return title;
    }

    /** For what helps to fill in the sheet. */
    public XSSFCellStyle note() {
        return note;
    }

    public XSSFCellStyle code() {
        return code;
    }

    public XSSFCellStyle darkLabel() {
        return darkLabel;
    }

    public XSSFCellStyle redLabel() {
        return redLabel;
    }

    public XSSFCellStyle words() {
        return words;
    }

    public XSSFCellStyle figures() {
        return figures;
    }

    /** For cells not yet written. */
    public XSSFCellStyle open() {
        return open;
    }

    /** The width of a column that holds these texts. */
    public static int width(Stream<String> texts) {
        var widest = texts.mapToInt(SheetLook::printed).max().orElse(0);
        return Math.min(Math.max(widest + 3, NARROWEST), WIDEST) * CHARACTER;
    }

    /** A Chinese character takes the room of two. */
    private static int printed(String text) {
        return text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
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

    /** Format "@" and the quote before it: what stands there is text, also when somebody edits the cell. */
    private XSSFCellStyle text(XSSFFont font) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(true);
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
