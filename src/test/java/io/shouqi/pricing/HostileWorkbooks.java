package io.shouqi.pricing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Workbooks of the fee table that somebody made with bad intent or a heavy hand, and the place each is refused at. */
final class HostileWorkbooks {

    /** What the code in the cells would set. */
    static final String MARK = "shouqi.hostile";

    private static final String SET = "System.setProperty(\"" + MARK + "\", \"1\")";

    static final String GOOD = """
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 |         | 1000000 | 本档 | 全额 | 2% | | | | 一般纳税人
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 | 1000000 |         | 本档 | 全额 | 1% | | | | 一般纳税人
            FILING     | 代办费 | 延伸 | 租赁   |      | | 房东 |         |         |      | 固定 |    | 1 | | | 一般纳税人
            """;

    record Hostile(String name, String place, byte[] workbook) {
        @Override
        public String toString() {
            return name;
        }
    }

    private HostileWorkbooks() {}

    static List<Hostile> all() {
        return Stream.of(headers(), codeInCells(), wrongTypes(), shapes(), sizes(), files(), meanings())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Hostile> headers() {
        return List.of(
                text("title changed", "A1", "免费"),
                text("package changed", "B3", "java.lang"),
                text("import added", "B4", "java.lang.Runtime"),
                text("global changed", "B5", "java.lang.Runtime hits"),
                text("functions beside the header", "S4", "Functions"),
                text("rule table renamed", "A6", "RuleTable x ACTIVATION-GROUP y"),
                text("kind mistyped", "D7", "ACTOIN"),
                text("pattern replaced", "D8", "eval(true)"),
                text("snippet with code", "D9", "eval(" + SET + " == null)"),
                text("action with code", "A9", SET + ";"),
                text("label changed", "L10", "比例"),
                text("column added", "S10", "SALIENCE"));
    }

    private static List<Hostile> codeInCells() {
        return List.of(
                text("code behind a quote", "E11", "x\"); " + SET + "; //"),
                text("eval in a condition", "E11", "x\" || eval(" + SET + " == null) || city == \"x"),
                text("escaped quote", "E11", "x\\u0022 || true"),
                text("line break", "B11", "佣金\nend\nrule \"x\""),
                text("parameter marker", "B11", "$param;"),
                text("braces", "B11", "{" + SET + "}"),
                text("back ticks", "B11", "`" + MARK + "`"),
                text("code as a code", "A11", "X;" + SET),
                text("code as a store", "F11", "S1\" || true"),
                text("code as a choice", "G11", "买方\"); " + SET + "; //"),
                text("code as money", "H12", "1L || true"),
                text("code as a rate", "L12", "1%+" + SET),
                text("code as a day", "Q13", "2024-01-01 || true"),
                text("turned writing", "B11", "佣金\u202E%2"));
    }

    private static List<Hostile> wrongTypes() {
        return List.of(
                cell("number", "H12", cell -> cell.setCellValue(1_000_000)),
                cell("number shown as a day", "Q13", cell -> cell.setCellValue(LocalDate.of(2024, 1, 1))),
                cell("truth value", "J12", cell -> cell.setCellValue(true)),
                cell("error", "M13", cell -> cell.setCellErrorValue(FormulaError.REF.getCode())),
                cell("formula", "M13", cell -> cell.setCellFormula("1+1")),
                cell(
                        "formula that fetches",
                        "B11",
                        cell -> cell.setCellFormula("HYPERLINK(\"http://127.0.0.1/\",\"x\")")),
                text("exponent", "H12", "1e6"),
                text("separators", "H12", "1,000,000"),
                text("a day that is none", "Q13", "2024-02-30"));
    }

    private static List<Hostile> shapes() {
        return List.of(
                sheet("merged cells", "E11", sheet -> sheet.addMergedRegion(new CellRangeAddress(10, 11, 4, 4))),
                text("beside the table", "S11", "备注"),
                text("far to the right", "XFD11", "x"));
    }

    private static List<Hostile> sizes() {
        return List.of(
                new Hostile(
                        "100,000 rows", "A5011", sheetXml(xml -> xml.replace("</sheetData>", rows() + "</sheetData>"))),
                sheet(
                        "a row far below",
                        "A5011",
                        sheet -> sheet.createRow(1_000_000).createCell(0).setCellValue("X")),
                new Hostile("a zip that swells", "file", zip("xl/workbook.xml", new byte[70 << 20])),
                new Hostile("a sheet that swells", "file", sheetXml(xml -> xml + " ".repeat(70 << 20))),
                new Hostile("a thousand parts", "file", manyParts()),
                new Hostile("too big", "file", new byte[5 << 20]));
    }

    private static String rows() {
        return IntStream.range(20, 100_020)
                .mapToObj(r -> "<row r=\"" + r + "\"><c r=\"A" + r + "\" t=\"inlineStr\"><is><t>X</t></is></c></row>")
                .collect(Collectors.joining());
    }

    private static List<Hostile> files() {
        return List.of(
                new Hostile(
                        "external entity",
                        "file",
                        sheetXml(xml -> withType(xml, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"))),
                new Hostile("entities in entities", "file", sheetXml(xml -> withType(xml, bomb()))),
                new Hostile(
                        "external type",
                        "file",
                        sheetXml(xml -> withType(xml, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">"))),
                added("macro", "xl/vbaProject.bin"),
                added("macro sheet", "xl/macrosheets/sheet1.xml"),
                added("control", "xl/activeX/activeX1.bin"),
                added("embedded file", "xl/embeddings/oleObject1.bin"),
                added("link to another workbook", "xl/externalLinks/externalLink1.xml"),
                added("connection", "xl/connections.xml"),
                new Hostile("no workbook", "file", "COMMISSION,2%".getBytes(StandardCharsets.UTF_8)),
                new Hostile("nothing", "file", new byte[] {0}),
                new Hostile("cut off", "file", Arrays.copyOf(good(), good().length / 2)),
                new Hostile(
                        "a format of the past", "file", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
                new Hostile("broken sheet", "file", sheetXml(xml -> xml.substring(0, xml.length() / 2))));
    }

    private static List<Hostile> meanings() {
        return List.of(
                text("rows that contradict each other", "A12", "H12", "999999"),
                text("a gap", "H12", "H12", "1000001"),
                text("bounds that cross", "I12", "I12", "900000"),
                text("a rate that is none", "L12", "L12", "2.2"));
    }

    private static String withType(String xml, String type) {
        var end = xml.indexOf("?>") + 2;
        return xml.substring(0, end) + type + xml.substring(end).replaceFirst("<v>", "<v>&e;");
    }

    private static String bomb() {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return entities + "<!ENTITY e \"&a29;\">]>";
    }

    private static Hostile text(String name, String address, String text) {
        return text(name, address, address, text);
    }

    private static Hostile text(String name, String place, String address, String text) {
        return new Hostile(name, place, changed(sheet -> at(sheet, address).setCellValue(text)));
    }

    private static Hostile cell(String name, String address, Consumer<Cell> change) {
        return sheet(name, address, sheet -> change.accept(at(sheet, address)));
    }

    private static Hostile sheet(String name, String place, Consumer<XSSFSheet> change) {
        return new Hostile(name, place, changed(change));
    }

    private static Cell at(XSSFSheet sheet, String address) {
        var reference = new CellReference(address);
        var row = sheet.getRow(reference.getRow());
        var cell = row.getCell(reference.getCol());
        return cell != null ? cell : row.createCell(reference.getCol());
    }

    static byte[] good() {
        return Rows.workbook(FeeForm.FORM, GOOD);
    }

    private static byte[] changed(Consumer<XSSFSheet> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(good()));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook.getSheetAt(0));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Hostile added(String name, String part) {
        return new Hostile(name, "file", rezipped(xml -> xml, part));
    }

    private static byte[] sheetXml(UnaryOperator<String> change) {
        return rezipped(change, null);
    }

    private static byte[] rezipped(UnaryOperator<String> change, @Nullable String added) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(good()));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var content = in.readAllBytes();
                out.write(
                        entry.getName().endsWith("sheet1.xml")
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
            if (added != null) {
                out.putNextEntry(new ZipEntry(added));
                out.write(new byte[] {1, 2, 3});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String part, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] manyParts() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < 1000; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
