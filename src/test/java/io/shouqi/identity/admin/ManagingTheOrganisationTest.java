package io.shouqi.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.EveryRow;
import io.shouqi.Firm;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Stores;
import io.shouqi.identity.Users;
import io.shouqi.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class ManagingTheOrganisationTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    @EveryRow
    JdbcClient rows;

    @Autowired
    Shop shop;

    @Autowired
    SigningDesk signing;

    @Autowired
    Stores stores;

    @Autowired
    Users users;

    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(application);
    }

    @Test
    void a_company_administrator_adds_areas_and_stores() throws Exception {
        assertThat(firm.post("admin", "/admin/units/areas", "code", "EE", "name", "东区")
                        .getStatus())
                .isEqualTo(302);
        assertThat(addStore("admin", "E1", "EE").getStatus()).isEqualTo(302);

        assertThat(firm.page("admin", "/admin/units")).contains("东区", "E1号店");
        assertThat(stores.isOpen(firm.code, "E1")).isTrue();
    }

    @Test
    void a_code_is_checked_and_used_once_in_a_company() throws Exception {
        assertThat(addStore("admin", "n-1", "NN").getContentAsString()).contains("2 到 12 位大写字母或数字");
        assertThat(addStore("admin", "S1", "NN").getContentAsString()).contains("这个编码已经用了");
        assertThat(addStore("admin", firm.code, "NN").getContentAsString()).contains("这个编码已经用了");
    }

    @Test
    void everything_wrong_with_a_store_is_named_at_once() throws Exception {
        var answer = firm.post("admin", "/admin/units/stores", "phone", "call me");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("data-field=\"code\"", "data-field=\"name\"", "data-field=\"parent\"", "data-field=\"city\"")
                .contains("data-field=\"phone\"", "data-field=\"address\"");
    }

    @Test
    void a_city_has_one_name_and_a_new_one_is_meant() throws Exception {
        assertThat(firm.page("admin", "/admin/units")).contains("<option value=\"北京\">");
        assertThat(addStore("admin", "N3", "NN", "北京市").getStatus()).isEqualTo(302);
        assertThat(city("N3")).isEqualTo("北京");

        var asked = addStore("admin", "N4", "NN", "背景");
        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(asked.getContentAsString()).contains("data-field=\"newCity\"", "“背景”");
        assertThat(stores.find(firm.code, "N4")).isEmpty();

        assertThat(addStore("admin", "N4", "NN", "成都市", "newCity", "yes").getStatus())
                .isEqualTo(302);
        assertThat(city("N4")).isEqualTo("成都");
        assertThat(addStore("admin", "N5", "NN", "成都").getStatus()).isEqualTo(302);
    }

    private String city(String store) {
        return stores.find(firm.code, store).orElseThrow().city();
    }

    private org.springframework.mock.web.MockHttpServletResponse addStore(
            String who, String code, String parent, String city, String... more) throws Exception {
        var fields = new java.util.ArrayList<>(List.of(fields(code, parent)));
        fields.set(fields.indexOf("city") + 1, city);
        fields.addAll(List.of(more));
        return firm.post(who, "/admin/units/stores", fields.toArray(String[]::new));
    }

    @Test
    void a_store_is_renamed_and_moved_and_its_area_managers_reach_follows() throws Exception {
        firm.post("admin", "/admin/units/S1", "name", "新名", "parent", "NN", "phone", "010-7654321", "address", "新街");

        assertThat(users.byUsername(firm.username("north")).orElseThrow().stores())
                .contains("S1");
        assertThat(stores.find(firm.code, "S1").orElseThrow())
                .extracting("name", "phone", "address", "city")
                .containsExactly("新名", "010-7654321", "新街", "北京");
    }

    @Test
    void the_companys_own_name_changes_where_documents_read_it() throws Exception {
        firm.post("admin", "/admin/units/" + firm.code, "name", "乙公司");

        assertThat(rows.sql("select name from company where code = ?")
                        .param(firm.code)
                        .query(String.class)
                        .single())
                .isEqualTo("乙公司");
    }

    @Test
    void a_closed_store_takes_in_no_new_contract_and_no_new_people_until_it_is_reopened() throws Exception {
        shop.open();
        firm.post("admin", "/admin/units/N1/close");

        assertThatThrownBy(() -> signing.sign(
                        contract("N1"), users.byUsername(firm.username("clerk")).orElseThrow()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.fields()).extracting("field").containsExactly("storeCode"));
        assertThat(firm.post(
                                "admin",
                                "/admin/people",
                                "username",
                                firm.username("new"),
                                "name",
                                "新人",
                                "unit",
                                "N1",
                                "roles",
                                "CLERK")
                        .getContentAsString())
                .contains("data-field=\"unit\"");
        assertThat(stores.visibleTo(users.byUsername(firm.username("admin")).orElseThrow()))
                .extracting("code")
                .doesNotContain("N1")
                .contains("N2");
        assertThat(firm.get("clerk", "/contracts").getStatus())
                .as("its people still work")
                .isEqualTo(200);

        firm.post("admin", "/admin/units/N1/reopen");
        assertThat(stores.isOpen(firm.code, "N1")).isTrue();
    }

    @Test
    void a_contract_that_came_before_the_closing_is_answered_again() {
        shop.open();
        var known = Shop.resale();
        var number = shop.sign(known);
        rows.sql("update organisation_unit set active = false where company = ? and code = ?")
                .params(Shop.COMPANY, Shop.STORE)
                .update();
        try {
            assertThat(shop.sign(known)).isEqualTo(number);
        } finally {
            rows.sql("update organisation_unit set active = true where company = ? and code = ?")
                    .params(Shop.COMPANY, Shop.STORE)
                    .update();
        }
    }

    @Test
    void an_area_closes_after_its_stores_and_opens_before_them() throws Exception {
        assertThat(firm.post("admin", "/admin/units/NN/close").getStatus()).isEqualTo(409);
        firm.post("admin", "/admin/units/N1/close");
        firm.post("admin", "/admin/units/N2/close");
        assertThat(firm.post("admin", "/admin/units/NN/close").getStatus()).isEqualTo(302);

        assertThat(firm.post("admin", "/admin/units/N1/reopen").getContentAsString())
                .contains("上级已停用");
        assertThat(addStore("admin", "N3", "NN").getContentAsString()).contains("这个单位已停用");
    }

    @Test
    void nobody_closes_the_unit_they_stand_on() throws Exception {
        assertThat(firm.post("admin", "/admin/units/" + firm.code + "/close").getStatus())
                .isEqualTo(409);
        assertThat(firm.post("north", "/admin/units/NN/close").getStatus()).isEqualTo(409);
    }

    @Test
    void an_area_administrator_sees_and_manages_the_own_area_alone() throws Exception {
        assertThat(firm.page("north", "/admin/units")).contains("N1店", "北区").doesNotContain("S1店", "南区", "甲公司");
        for (var path : new String[] {"/admin/units/S1", "/admin/units/SS", "/admin/units/" + firm.code}) {
            assertThat(firm.get("north", path).getStatus()).as(path).isEqualTo(404);
            assertThat(firm.post("north", path, "name", "x").getStatus())
                    .as(path)
                    .isEqualTo(404);
            assertThat(firm.post("north", path + "/close").getStatus()).as(path).isEqualTo(404);
        }
        assertThat(firm.post("north", "/admin/units/areas", "code", "XX", "name", "x")
                        .getStatus())
                .isEqualTo(403);
        assertThat(addStore("north", "X1", "SS").getContentAsString()).contains("没有这个大区");
        assertThat(firm.post(
                                "north",
                                "/admin/units/N1",
                                "name",
                                "x",
                                "parent",
                                "SS",
                                "phone",
                                "010-1234567",
                                "address",
                                "x")
                        .getContentAsString())
                .contains("没有这个大区");
    }

    @Test
    void another_company_does_not_exist() throws Exception {
        var other = new Firm(application);
        other.post("admin", "/admin/units/stores", fields("ELSEWHERE9", "NN"));

        assertThat(firm.page("admin", "/admin/units")).doesNotContain(other.code + "<", "ELSEWHERE9");
        assertThat(firm.get("admin", "/admin/units/ELSEWHERE9").getStatus()).isEqualTo(404);
        assertThat(firm.post("admin", "/admin/units/" + other.code, "name", "x").getStatus())
                .isEqualTo(404);
    }

    private org.springframework.mock.web.MockHttpServletResponse addStore(String who, String code, String parent)
            throws Exception {
        return firm.post(who, "/admin/units/stores", fields(code, parent));
    }

    private static String[] fields(String code, String parent) {
        return new String[] {
            "code", code, "name", code + "号店", "parent", parent, "city", "北京", "phone", "010-1234567", "address", "街"
        };
    }

    private NewContract contract(String store) {
        var c = Shop.resale();
        return new NewContract(
                firm.code,
                c.externalNo(),
                c.fingerprint(),
                c.type(),
                store,
                c.city(),
                c.signedOn(),
                c.price(),
                c.monthlyRent(),
                c.address(),
                c.district(),
                c.area(),
                c.parties(),
                c.agents(),
                c.coBroker(),
                c.services(),
                c.instalments(),
                c.discount());
    }
}
