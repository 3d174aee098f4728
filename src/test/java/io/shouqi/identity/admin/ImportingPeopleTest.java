package io.shouqi.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Firm;
import io.shouqi.ShouqiTest;
import io.shouqi.identity.Role;
import io.shouqi.identity.Users;
import io.shouqi.sheet.WorkbookFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class ImportingPeopleTest {

    private static final String IMPORT = "/admin/people/import";
    private static final Pattern WRONG =
            Pattern.compile("<strong class=\"number\">([A-Z]+\\d+)</strong>：<span>([^<]*)");
    private static final Pattern HANDOUT = Pattern.compile("base64,([^\"]+)");

    @Autowired
    WebApplicationContext application;

    @Autowired
    @EveryRow
    JdbcClient rows;

    @Autowired
    Users users;

    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(application);
    }

    @Test
    void of_two_hundred_people_with_five_wrong_rows_the_others_come_in_and_sign_in() throws Exception {
        var file = new ArrayList<List<String>>();
        for (var i = 0; i < 200; i++) {
            file.add(row(firm.username("p" + i), "N1 N1店" + firm.code, "店员", "收银"));
        }
        file.set(9, row(firm.username("p9"), "西区门店", "店员"));
        file.set(50, row("大写", "N1", "店员"));
        file.set(99, row(firm.username("p98"), "N1", "店员"));
        file.set(120, row(firm.username("p120"), "N1", "店员", "国王"));
        file.set(199, List.of(firm.username("p199"), "", "N1", "店员"));

        var preview = upload("admin", workbook(file));
        assertThat(wrong(firm.page("admin", preview)))
                .containsExactly(
                        "C13：没有这家门店或大区：西区门店",
                        "A54：小写字母、数字和 . _ -，2 到 40 个字，字母或数字开头",
                        "A103：和第 102 行的用户名一样",
                        "E124：没有这个角色：国王",
                        "B203：请填写");
        var posted = firm.post("admin", preview);

        assertThat(posted.getContentAsString()).contains("新增 195 人，更新 0 人");
        var handout = handout(posted.getContentAsString());
        assertThat(handout).hasSize(195);
        assertThat(count("p%")).isEqualTo(195);
        for (var person : List.of(handout.get(0), handout.get(194))) {
            assertThat(leadsTo(person.get(0), person.get(3)))
                    .as("the first password opens the door to choosing an own one")
                    .endsWith("/login/password");
        }
        assertThat(rows.sql("select bool_and(must_change_password) from app_user where username like ?")
                        .param(firm.username("p%"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(users.byUsername(handout.get(0).get(0)).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.CLERK, Role.CASHIER);
    }

    @Test
    void the_same_file_again_changes_nothing() throws Exception {
        var file = workbook(List.of(row(firm.username("a"), "N1", "店员"), row(firm.username("b"), "NN", "区域经理")));
        firm.post("admin", upload("admin", file));
        var before = everyone();

        var preview = upload("admin", file);
        assertThat(firm.page("admin", preview)).contains("没有要导入的").doesNotContain("导入（新增");
        var posted = firm.post("admin", preview).getContentAsString();

        assertThat(posted).contains("没有要导入的").doesNotContain("base64");
        assertThat(everyone()).isEqualTo(before);
    }

    @Test
    void people_who_are_known_are_changed_to_what_the_file_says() throws Exception {
        var file = workbook(List.of(row(firm.username("clerk"), "N2", "店长")));

        var posted = firm.post("admin", upload("admin", file)).getContentAsString();

        assertThat(posted).contains("新增 0 人，更新 1 人").doesNotContain("base64");
        var clerk = users.byUsername(firm.username("clerk")).orElseThrow();
        assertThat(clerk.unit()).isEqualTo("N2");
        assertThat(clerk.roles()).containsExactly(Role.STORE_MANAGER);
        assertThat(leadsTo(clerk.username(), Firm.PASSWORD))
                .as("the password stays")
                .endsWith("/");
    }

    @Test
    void a_file_is_imported_once_and_only_by_who_uploaded_it() throws Exception {
        firm.hire("second", firm.code, Role.ADMINISTRATOR);
        var preview = upload("admin", workbook(List.of(row(firm.username("a"), "N1", "店员"))));

        assertThat(firm.get("second", preview).getStatus()).isEqualTo(404);
        assertThat(firm.post("second", preview).getStatus()).isEqualTo(404);
        assertThat(firm.post("admin", preview).getStatus()).isEqualTo(200);
        assertThat(firm.post("admin", preview).getStatus()).isEqualTo(404);
        assertThat(count("a")).isEqualTo(1);
    }

    @Test
    void what_changed_since_the_upload_is_checked_again() throws Exception {
        var preview = upload("admin", workbook(List.of(row(firm.username("a"), "N1", "店员"))));
        firm.post("admin", "/admin/units/N1/close");

        var posted = firm.post("admin", preview);

        assertThat(posted.getContentAsString()).contains("没有要导入的");
        assertThat(count("a")).isZero();
    }

    @Test
    void other_units_and_companies_show_neither_in_the_template_nor_in_answers() throws Exception {
        var other = new Firm(application);
        var template = firm.get("north", IMPORT + "/template").getContentAsByteArray();
        var file = workbook(List.of(
                row(firm.username("x"), "S1", "店员"),
                row(firm.username("south"), "N1", "店员"),
                row(other.username("clerk"), "N1", "店员")));

        assertThat(units(template))
                .contains("N1 N1店" + firm.code)
                .noneMatch(u -> u.startsWith("S1") || u.contains("甲"));
        assertThat(wrong(firm.page("north", upload("north", file))))
                .containsExactly("C4：没有这家门店或大区：S1", "A5：这个用户名已经有人用了，请换一个", "A6：这个用户名已经有人用了，请换一个");
    }

    @Test
    void the_own_roles_and_the_last_administrator_are_kept_from_files_too() throws Exception {
        var file = workbook(
                List.of(row(firm.username("admin"), firm.code, "管理员", "财务"), row(firm.username("north"), "NN", "店员")));

        var preview = firm.page("admin", upload("admin", file));

        assertThat(wrong(preview)).singleElement().asString().startsWith("D4：自己的角色");
    }

    @Test
    void the_template_filled_in_is_read_and_its_example_is_nobody() throws Exception {
        var template = firm.get("admin", IMPORT + "/template").getContentAsByteArray();
        var answer = firm.upload("admin", IMPORT, template);

        assertThat(answer.getContentAsString()).contains("文件里没有人");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(workbook.getSheetAt(0).getDataValidations()).hasSize(2);
        }
    }

    @Test
    void formulas_numbers_and_other_files_are_refused_by_name() throws Exception {
        var workbook = new XSSFWorkbook();
        var sheet = labelled(workbook);
        var row = sheet.createRow(3);
        row.createCell(0).setCellValue(firm.username("f"));
        row.createCell(1).setCellFormula("1+1");
        row.createCell(2).setCellValue(7);
        row.createCell(3).setCellValue("店员");

        assertThat(wrong(firm.page("admin", upload("admin", WorkbookFile.bytes(workbook)))))
                .containsExactly("B4：不能用公式，请直接填写结果", "C4：单元格不是文本格式，请设为“文本”后重新输入");
        assertThat(firm.upload("admin", IMPORT, "hello".getBytes()).getContentAsString())
                .contains("文件打不开");
        assertThat(firm.upload("admin", IMPORT, WorkbookFile.bytes(empty())).getContentAsString())
                .contains("不是人员导入的模板");
        assertThat(firm.post("admin", IMPORT).getContentAsString()).contains("请选一个文件");
    }

    @Test
    void what_is_handed_out_can_start_no_formula() throws Exception {
        var file = workbook(List.of(List.of(firm.username("a"), "=cmd|' /C calc'!A0", "N1", "店员")));

        var posted = firm.post("admin", upload("admin", file)).getContentAsString();

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(posted)))) {
            var cell = workbook.getSheetAt(0).getRow(3).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    private String upload(String who, byte[] file) throws Exception {
        var answer = firm.upload(who, IMPORT, file);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return answer.getRedirectedUrl();
    }

    private static List<String> wrong(String page) {
        return WRONG.matcher(page)
                .results()
                .map(found -> found.group(1) + "：" + found.group(2))
                .toList();
    }

    private static byte[] bytes(String page) {
        var found = HANDOUT.matcher(page);
        assertThat(found.find()).isTrue();
        return Base64.getDecoder().decode(found.group(1).replace("&#43;", "+"));
    }

    private static List<List<String>> handout(String page) throws IOException {
        var people = new ArrayList<List<String>>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(page)))) {
            var sheet = workbook.getSheetAt(0);
            for (var r = 3; r <= sheet.getLastRowNum(); r++) {
                var texts = new ArrayList<String>();
                sheet.getRow(r).forEach(cell -> texts.add(cell.getStringCellValue()));
                people.add(texts);
            }
        }
        return people;
    }

    private static List<String> units(byte[] template) throws IOException {
        var units = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            workbook.getSheet("单位").forEach(row -> units.add(row.getCell(0).getStringCellValue()));
        }
        return units;
    }

    /** Where the login page sends somebody with that password. */
    private String leadsTo(String username, String password) throws Exception {
        return Entry.of(application).logIn(username, password);
    }

    private int count(String who) {
        return rows.sql("select count(*) from app_user where username like ?")
                .param(firm.username(who))
                .query(Integer.class)
                .single();
    }

    private List<String> everyone() {
        return rows.sql("select u::text from app_user u where company = ? order by username")
                .param(firm.code)
                .query(String.class)
                .list();
    }

    private static List<String> row(String username, String unit, String... roles) {
        var row = new ArrayList<>(List.of(username, "王新人", unit));
        row.addAll(List.of(roles));
        return row;
    }

    private static XSSFWorkbook empty() {
        var workbook = new XSSFWorkbook();
        workbook.createSheet();
        return workbook;
    }

    private static org.apache.poi.xssf.usermodel.XSSFSheet labelled(XSSFWorkbook workbook) {
        var sheet = workbook.createSheet();
        var labels = sheet.createRow(2);
        for (var c = 0; c < PeopleSheet.COLUMNS.size(); c++) {
            labels.createCell(c).setCellValue(PeopleSheet.COLUMNS.get(c));
        }
        return sheet;
    }

    /** People from row 4 on. */
    private static byte[] workbook(List<List<String>> people) {
        var workbook = new XSSFWorkbook();
        var sheet = labelled(workbook);
        for (var r = 0; r < people.size(); r++) {
            var row = sheet.createRow(3 + r);
            for (var c = 0; c < people.get(r).size(); c++) {
                if (!people.get(r).get(c).isEmpty()) {
                    row.createCell(c).setCellValue(people.get(r).get(c));
                }
            }
        }
        return WorkbookFile.bytes(workbook);
    }
}
