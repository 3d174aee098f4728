package io.shouqi.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.EveryRow;
import io.shouqi.Firm;
import io.shouqi.ShouqiTest;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.identity.Users;
import io.shouqi.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class ManagingPeopleTest {

    private static final Pattern PASSWORD = Pattern.compile("id=\"first-password\" value=\"([^\"]+)\"");

    @Autowired
    WebApplicationContext application;

    @Autowired
    @EveryRow
    JdbcClient rows;

    @Autowired
    Users users;

    @Autowired
    PeopleDesk desk;

    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(application);
    }

    @Test
    void nobody_lands_in_the_whole_company_because_no_unit_was_chosen() throws Exception {
        var form = firm.page("admin", "/admin/people/new");
        assertThat(form).contains("<option value=\"\" selected>请选择</option>");
        assertThat(firm.page("admin", "/admin/people/new", "unit", "N1")).doesNotContain("请选择");

        assertThat(add("admin", firm.username("new"), "", "CLERK").getContentAsString())
                .contains("data-field=\"unit\"");
        assertThat(users.byUsername(firm.username("new"))).isEmpty();
    }

    @Test
    void a_copied_password_is_not_called_a_link_for_customers() throws Exception {
        assertThat(add("admin", firm.username("new"), "N1", "CLERK").getContentAsString())
                .contains("data-done=\"已复制\"")
                .doesNotContain("链接");
    }

    @Test
    void a_new_person_gets_a_first_password_that_is_shown_once() throws Exception {
        var answer = add("admin", firm.username("new"), "N1", "CLERK", "CASHIER");

        assertThat(password(answer)).hasSizeGreaterThanOrEqualTo(12);
        var person = users.byUsername(firm.username("new")).orElseThrow();
        assertThat(person.roles()).containsExactlyInAnyOrder(Role.CLERK, Role.CASHIER);
        assertThat(answer.getHeader("HX-Push-Url")).isEqualTo("/admin/people/" + person.id());
        assertThat(firm.page("admin", "/admin/people/" + person.id())).doesNotContain(password(answer));
        assertThat(mustChange("new")).isTrue();
    }

    @Test
    void a_user_name_is_one_persons_and_nobody_hears_in_which_company() throws Exception {
        var other = new Firm(application);

        var own = add("admin", firm.username("south"), "N1", "CLERK");
        var foreign = add("admin", other.username("south"), "N1", "CLERK");
        var outside = add("north", firm.username("south"), "N1", "CLERK");

        assertThat(own.getStatus()).isEqualTo(422);
        assertThat(foreign.getContentAsString())
                .contains("这个用户名已经有人用了")
                .doesNotContain(other.code)
                .isEqualTo(own.getContentAsString())
                .isEqualTo(outside.getContentAsString());
    }

    @Test
    void what_is_wrong_is_named_field_by_field() throws Exception {
        var answer = firm.post("admin", "/admin/people", "username", "Ünï", "unit", "nowhere", "roles", "KING");

        assertThat(answer.getContentAsString())
                .contains(
                        "data-field=\"username\"",
                        "data-field=\"name\"",
                        "data-field=\"unit\"",
                        "data-field=\"roles\"");
    }

    @Test
    void the_list_is_searched_filtered_and_paged_by_the_server() throws Exception {
        for (var i = 0; i <= People.PAGE; i++) {
            firm.hire("many" + (100 + i), "N2", Role.AGENT);
        }

        assertThat(firm.page("admin", "/admin/people", "q", "many117"))
                .contains("many117")
                .doesNotContain("many118");
        assertThat(firm.page("admin", "/admin/people", "q", "%")).doesNotContain("many117");
        assertThat(firm.page("admin", "/admin/people", "unit", "NN", "role", "CLERK"))
                .contains(firm.username("clerk"))
                .doesNotContain(firm.username("south"), "many117");
        var first = firm.page("admin", "/admin/people", "role", "AGENT");
        assertThat(first).contains("many149").doesNotContain("many150", firm.username("clerk"));
        assertThat(firm.page("admin", "/admin/people", "role", "AGENT", "cursor", cursorIn(first)))
                .contains("many150")
                .doesNotContain("many149<");
    }

    @Test
    void the_list_goes_to_a_spreadsheet_as_it_is_filtered_and_the_log_says_so() throws Exception {
        firm.hire("sheet.agent", "N2", Role.AGENT);
        var answer = firm.get("admin", "/admin/people/export.xlsx?role=AGENT&q=sheet");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("用户名");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo(firm.username("sheet.agent"));
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo("经纪人");
        }
        assertThat(rows.sql(
                                "select count(*) from audit_event where action = 'data.exported' and subject_kind = 'person'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(firm.get("clerk", "/admin/people/export.xlsx").getStatus()).isEqualTo(403);
    }

    @Test
    void a_place_or_size_that_the_list_does_not_have_is_refused() throws Exception {
        for (var junk : new String[][] {{"cursor", "anna"}, {"limit", "-1"}, {"limit", "51"}}) {
            assertThat(firm.get("admin", "/admin/people?" + junk[0] + "=" + junk[1])
                            .getStatus())
                    .as(junk[0] + "=" + junk[1])
                    .isEqualTo(400);
        }
    }

    private static String cursorIn(String page) {
        var found = Pattern.compile("cursor=([\\w-]+)").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void somebody_who_leaves_is_out_at_once_and_can_be_taken_back() throws Exception {
        assertThat(firm.get("clerk", "/tasks").getStatus()).isEqualTo(200);
        var id = firm.id("clerk");

        firm.post("admin", "/admin/people/" + id + "/deactivate");
        assertThat(users.byId(id)).isEmpty();
        assertThat(firm.page("admin", "/admin/people", "state", "INACTIVE")).contains(firm.username("clerk"));
        assertThat(firm.page("admin", "/admin/people", "state", "ACTIVE")).doesNotContain(firm.username("clerk"));

        firm.post("admin", "/admin/people/" + id + "/reactivate");
        assertThat(firm.get("clerk", "/tasks").getStatus()).isEqualTo(200);
    }

    @Test
    void a_reset_password_is_shown_once_and_must_be_changed() throws Exception {
        var answer = firm.post("admin", "/admin/people/" + firm.id("clerk") + "/password");

        assertThat(password(answer)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(mustChange("clerk")).isTrue();
    }

    @Test
    void nobody_changes_their_own_roles_unit_or_state() throws Exception {
        var own = "/admin/people/" + firm.id("admin");

        assertThat(edit("admin", "admin", firm.code, "ADMINISTRATOR", "FINANCE").getStatus())
                .isEqualTo(422);
        assertThat(edit("admin", "admin", "NN", "ADMINISTRATOR").getStatus()).isEqualTo(422);
        assertThat(edit("admin", "admin", firm.code, "ADMINISTRATOR").getStatus())
                .as("the own name")
                .isEqualTo(302);
        for (var act : List.of("/deactivate", "/password", "/sessions", "/second-factor")) {
            assertThat(firm.post("admin", own + act).getStatus()).as(act).isEqualTo(409);
        }
    }

    @Test
    void the_last_administrator_of_a_company_stays_even_before_a_deputy() {
        var admin = users.byUsername(firm.username("admin")).orElseThrow();
        var boss = firm.hire("boss", firm.code, Role.DIRECTOR);
        // somebody with the administrator's reach who is not the administrator: what a stale request may still have
        var stale =
                new Actor(boss, "boss", "boss", firm.code, firm.code, Set.of(Role.ADMINISTRATOR), admin.stores(), null);

        assertThatThrownBy(() -> desk.deactivate(stale, admin.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("admin.person.lastAdministrator"));
        assertThatThrownBy(() -> desk.change(stale, admin.id(), form(firm.code, "CLERK")))
                .hasMessageContaining("admin.person.lastAdministrator");
        assertThatThrownBy(() -> desk.change(stale, admin.id(), form("NN", "ADMINISTRATOR")))
                .hasMessageContaining("admin.person.lastAdministrator");

        firm.hire("second", firm.code, Role.ADMINISTRATOR);
        desk.deactivate(stale, admin.id());
        assertThat(users.byId(admin.id())).isEmpty();
    }

    @Test
    void who_stands_in_for_an_administrator_changes_neither_of_the_two() {
        var admin = users.byUsername(firm.username("admin")).orElseThrow();
        var deputy = new Actor(
                firm.id("clerk"),
                "clerk",
                "clerk",
                firm.code,
                firm.code,
                admin.roles(),
                admin.stores(),
                new Actor.Absent(admin.id(), admin.name()));

        assertThatThrownBy(() -> desk.change(deputy, firm.id("clerk"), form("N1", "ADMINISTRATOR")))
                .hasMessageContaining("admin.person.own");
        assertThatThrownBy(() -> desk.deactivate(deputy, admin.id())).hasMessageContaining("admin.person.own");
    }

    @Test
    void an_area_administrator_manages_people_of_the_area_alone() throws Exception {
        assertThat(firm.page("north", "/admin/people"))
                .contains(firm.username("clerk"))
                .doesNotContain(firm.username("south"), firm.username("admin"));
        assertThat(firm.page("north", "/admin/people", "q", firm.code)).doesNotContain(firm.username("south"));
        assertThat(firm.get("north", "/admin/people", "unit", "S1").getStatus()).isEqualTo(404);
        for (var who : List.of("south", "admin")) {
            var path = "/admin/people/" + firm.id(who);
            assertThat(firm.get("north", path).getStatus()).isEqualTo(404);
            for (var act : List.of("", "/deactivate", "/reactivate", "/password", "/sessions", "/second-factor")) {
                assertThat(firm.post("north", path + act, "name", "x").getStatus())
                        .as(path + act)
                        .isEqualTo(404);
            }
        }
        assertThat(edit("north", "clerk", firm.code, "CLERK").getContentAsString())
                .contains("没有这个单位");
        assertThat(edit("north", "clerk", "S1", "CLERK").getContentAsString()).contains("没有这个单位");
        assertThat(firm.page("north", "/admin/people/new")).doesNotContain("S1", "甲公司");
    }

    @Test
    void another_companys_people_do_not_exist() throws Exception {
        var other = new Firm(application);
        var path = "/admin/people/" + other.id("clerk");

        assertThat(firm.page("admin", "/admin/people", "q", other.username("")))
                .doesNotContain(other.username("clerk"));
        assertThat(firm.get("admin", path).getStatus()).isEqualTo(404);
        assertThat(firm.post("admin", path + "/deactivate").getStatus()).isEqualTo(404);
        assertThat(firm.post("admin", path + "/password").getStatus()).isEqualTo(404);
        assertThat(other.get("clerk", "/tasks").getStatus()).isEqualTo(200);
    }

    private static String password(MockHttpServletResponse answer) throws Exception {
        var found = PASSWORD.matcher(answer.getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private boolean mustChange(String who) {
        return rows.sql("select must_change_password from app_user where username = ?")
                .param(firm.username(who))
                .query(Boolean.class)
                .single();
    }

    private MockHttpServletResponse add(String who, String username, String unit, String... roles) throws Exception {
        return firm.post(who, "/admin/people", fields(unit, roles, "username", username));
    }

    private MockHttpServletResponse edit(String who, String whom, String unit, String... roles) throws Exception {
        return firm.post(who, "/admin/people/" + firm.id(whom), fields(unit, roles));
    }

    private static String[] fields(String unit, String[] roles, String... more) {
        var fields = new java.util.ArrayList<>(List.of("name", "王新人", "unit", unit));
        for (var role : roles) {
            fields.addAll(List.of("roles", role));
        }
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static PersonForm form(String unit, String role) {
        return new PersonForm(null, "王新人", unit, List.of(role));
    }
}
