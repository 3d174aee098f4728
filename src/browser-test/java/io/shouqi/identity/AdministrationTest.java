package io.shouqi.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.shouqi.BrowserTest;
import io.shouqi.TestClock;
import io.shouqi.sheet.WorkbookFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator at work, on a desk and on a phone. */
class AdministrationTest extends BrowserTest {

    private static final String COMPANY = "ADM";

    @Autowired
    private Organisation organisation;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void somebody_administers() {
        organisation.company(COMPANY, "京瑞房产", "GENERAL");
        organisation.area(COMPANY, "BJ", "北京大区");
        organisation.store(
                new Store(COMPANY, "BJ01", "望京店", "BJ", "北京", "010-6470 0001", "北京市朝阳区望京西园四区 410 号楼底商"), "BJ");
        organisation.user(COMPANY, COMPANY, "adm.admin", "卫管理", "right horse", Set.of(Role.ADMINISTRATOR));
        organisation.user(COMPANY, "BJ01", "adm.clerk", "王小店", "right horse", Set.of(Role.CLERK, Role.CASHIER));
        organisation.user(COMPANY, "BJ01", "adm.manager", "陈店长", "right horse", Set.of(Role.STORE_MANAGER));
        organisation.apiKey("业务系统", "adm-key", organisation.user(COMPANY, COMPANY, "adm.system", "业务系统", "-", Set.of(Role.CLERK)));
    }

    @Test
    void a_store_is_added_by_keyboard_and_closed_and_reopened() {
        var page = desk();
        logIn(page, "adm.admin", "right horse");
        page.click("nav >> text=管理");
        assertThat(page.locator("h1")).hasText("组织");
        look(page, "admin-units");

        page.locator("[data-opens=store-dialog]").focus();
        page.keyboard().press("Enter");
        page.locator("#store-dialog").getByText("新增", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#store-dialog [role=alert]")).isVisible();
        assertThat(page.locator("#store-code-error")).hasText("请填写");
        look(page, "admin-store-refused");
        page.fill("#store-code", "BJ02");
        page.fill("#store-name", "中关村店");
        page.fill("#store-city", "北京");
        page.fill("#store-phone", "010-6470 0002");
        page.fill("#store-address", "海淀区中关村南大街 5 号");
        page.keyboard().press("Enter");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("中关村店"))).isVisible();
        assertThat(page.locator("#toasts")).containsText("已新增");

        page.click("text=中关村店");
        page.click("text=停用");
        assertThat(page.locator("#close-dialog")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#close-dialog")).isHidden();
        page.click(".page-actions >> text=停用");
        page.click("#close-dialog button[type=submit]");
        assertThat(page.locator(".sheet-title")).containsText("已停用");
        look(page, "admin-store-closed");
        page.click("text=重新启用");
        assertThat(page.locator(".sheet-title")).containsText("营业");
    }

    @Test
    void a_person_is_added_and_the_first_password_shows_once() {
        var page = desk();
        logIn(page, "adm.admin", "right horse");
        page.navigate("/admin/people");
        look(page, "admin-people");
        page.click("text=新增人员");
        page.fill("#username", "adm.new");
        page.fill("#name", "李新人");
        page.selectOption("#unit", "BJ01");
        page.click("button[type=submit] >> text=新增");
        assertThat(page.locator("[data-error-of=roles]")).hasText("至少选一个角色");
        page.getByLabel("店员", new Page.GetByLabelOptions().setExact(true)).check();
        look(page, "admin-person-new");
        page.click("button[type=submit] >> text=新增");

        var password = page.inputValue("#first-password");
        Assertions.assertThat(password).hasSize(16);
        look(page, "admin-person-password");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/admin/people/[0-9a-f-]{36}"));
        page.reload();
        assertThat(page.locator("#first-password")).hasCount(0);
        assertThat(page.locator("h1")).hasText("李新人");

        page.click(".page-actions >> text=停用");
        look(page, "admin-person-ask");
        page.click("#leave-dialog button[type=submit]");
        assertThat(page.locator(".sheet-title")).containsText("已停用");

        page.navigate("/admin/people");
        page.fill("#q", "adm.new");
        assertThat(page.locator("#list-rows tr")).hasCount(1);
        page.keyboard().press("Tab");
    }

    @Test
    void people_come_in_from_a_file_and_their_passwords_go_out_once() throws IOException {
        var page = desk();
        logIn(page, "adm.admin", "right horse");
        page.navigate("/admin/people/import");
        look(page, "admin-import");
        var template = Files.readAllBytes(page.waitForDownload(() -> page.click("text=下载模板")).path());

        page.setInputFiles("input[type=file]", payload(filled(template)));
        assertThat(page.locator("#wrong")).containsText("C7：没有这家门店或大区：西单店");
        look(page, "admin-import-preview");
        page.click("button[type=submit] >> text=导入");
        assertThat(page.locator("#admin [role=status] h2")).containsText("新增 2 人");
        look(page, "admin-import-done");
        var passwords = Files.readAllBytes(page.waitForDownload(() -> page.click("text=下载初始密码")).path());
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(passwords))) {
            Assertions.assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(4);
        }

        page.navigate("/admin/people/import");
        page.setInputFiles(
                "input[type=file]", new FilePayload("people.xlsx", WorkbookFile.XLSX, "not a workbook".getBytes()));
        assertThat(page.locator("[data-error-of=file]")).containsText("文件打不开");
    }

    @Test
    void a_screen_left_open_asks_for_the_password_and_then_does_what_was_asked() {
        var page = desk();
        logIn(page, "adm.admin", "right horse");
        page.navigate("/admin/keys");
        page.click("text=新建密钥");
        page.fill("#key-name", "晚到的系统");
        page.selectOption("#scope-CONTRACTS", "READ");
        clock.advance(Duration.ofMinutes(16));
        page.click("#key-dialog button[type=submit]");
        assertThat(page.locator("#ask-again")).isVisible();
        look(page, "ask-again");

        page.fill("#ask-again-current", "wrong horse");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ask-again-current-error")).isVisible();
        page.fill("#ask-again-current", "right horse");
        page.keyboard().press("Enter");

        Assertions.assertThat(page.inputValue("#new-key")).startsWith("sq_");
    }

    @Test
    void a_key_is_made_and_rotated() {
        var page = desk();
        logIn(page, "adm.admin", "right horse");
        page.navigate("/admin/keys");
        page.click("text=新建密钥");
        page.fill("#key-name", "财务系统");
        page.selectOption("#scope-LEDGER", "READ");
        page.selectOption("#scope-CONTRACTS", "WRITE");
        look(page, "admin-key-new");
        page.click("#key-dialog button[type=submit]");
        var first = page.inputValue("#new-key");
        Assertions.assertThat(first).startsWith("sq_");
        look(page, "admin-keys");

        page.click("tr:has-text('财务系统') >> text=轮换");
        look(page, "admin-key-rotate");
        page.keyboard().press("Tab");
        page.click("dialog[open] button[type=submit]");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("财务系统"))).hasCount(2);
        Assertions.assertThat(page.inputValue("#new-key")).startsWith("sq_").isNotEqualTo(first);
    }

    private void look(Page page, String name) {
        assertAccessible(page);
        picture(page, name);
    }

    private static FilePayload payload(byte[] file) {
        return new FilePayload("people.xlsx", WorkbookFile.XLSX, file);
    }

    /** The template with three people below its example, the last in a store that is none. */
    private static byte[] filled(byte[] template) throws IOException {
        var people = List.of(
                List.of("adm.p1", "赵一", "BJ01 望京店", "经纪人"),
                List.of("adm.p2", "钱二", "BJ", "区域经理"),
                List.of("adm.p3", "孙三", "西单店", "店员"));
        var workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        for (var r = 0; r < people.size(); r++) {
            var row = workbook.getSheetAt(0).createRow(4 + r);
            for (var c = 0; c < people.get(r).size(); c++) {
                row.createCell(c).setCellValue(people.get(r).get(c));
            }
        }
        return WorkbookFile.bytes(workbook);
    }
}
