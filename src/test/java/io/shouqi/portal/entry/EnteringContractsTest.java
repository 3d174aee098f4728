package io.shouqi.portal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.portal.StaffBrowser;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A clerk enters contracts at the page. */
@ShouqiTest
class EnteringContractsTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Shop shop;

    @Autowired
    Contracts contracts;

    @Autowired
    @EveryRow
    JdbcClient rows;

    private StaffBrowser clerk;

    @BeforeEach
    void open() {
        shop.open();
        clerk = new StaffBrowser(context, shop.clerk());
    }

    @Test
    void what_a_clerk_enters_goes_the_way_of_every_contract() throws Exception {
        var number = entered(clerk.send("/contracts/new", resale()));

        var contract = contracts.byNumber(number);
        assertThat(contract.status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);
        assertThat(contract.price()).hasToString("5000000.00");
        assertThat(plan(number)).containsExactly("SIGNING", "TRANSFER");
        assertThat(rows.sql(
                                "select a.role from contract_agent a join contract c on c.id = a.contract_id where c.number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("CLOSING");
        assertThat(contracts.feeList(number).total()).hasToString("100000.00");
    }

    @Test
    void a_contract_without_a_paper_number_is_given_one() throws Exception {
        var number = entered(clerk.send("/contracts/new", resale("externalNo", "")));

        assertThat(contracts.byNumber(number).externalNo()).startsWith("BH-");
    }

    @Test
    void the_form_sent_twice_makes_one_contract_even_without_a_number() throws Exception {
        var form = resale("externalNo", "");

        assertThat(entered(clerk.send("/contracts/new", form))).isEqualTo(entered(clerk.send("/contracts/new", form)));

        form.put("price", "4000000");
        var changed = clerk.send("/contracts/new", form);
        assertThat(changed.getStatus()).isEqualTo(409);
        assertThat(text(changed)).contains("这次录入已经登记过");
    }

    @Test
    void a_number_that_is_known_leads_to_its_contract_and_refuses_another_content() throws Exception {
        var form = resale();
        var number = entered(clerk.send("/contracts/new", form));

        form.put("draft", UUID.randomUUID().toString());
        assertThat(entered(clerk.send("/contracts/new", form))).isEqualTo(number);
        assertThat(text(clerk.send("/contracts/new/quote", form))).contains("已经登记过", "/contracts/" + number);

        form.put("draft", UUID.randomUUID().toString());
        form.put("price", "4000000");
        var other = clerk.send("/contracts/new", form);
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(text(other)).contains(number);
    }

    @Test
    void all_that_is_wrong_is_named_with_its_field_and_nothing_is_saved() throws Exception {
        var before = count();
        var refused = clerk.send(
                "/contracts/new",
                resale("price", "便宜", "parties[0].phone", "12", "property.address", " ", "discount.percent", "3"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused))
                .contains(
                        "data-field=\"price\"",
                        "data-field=\"parties[0].phone\"",
                        "data-field=\"property.address\"",
                        "data-field=\"discount.reason\"");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void the_quote_says_how_much_why_when_and_who_must_agree() throws Exception {
        var plain = text(clerk.send("/contracts/new/quote", resale("price", "500万")));
        assertThat(plain)
                .contains("成交价 ¥5,000,000.00 × 1%", "¥100,000.00", "过户后", "¥25,000.00")
                .contains("不用审批");

        var discounted =
                text(clerk.send("/contracts/new/quote", resale("discount.percent", "5%", "discount.reason", "老客户")));
        assertThat(discounted).contains("¥95,000.00", "批准后才会发给客户", "店长").doesNotContain("不用审批");
    }

    @Test
    void one_phone_for_both_sides_is_asked_about_and_not_forbidden() throws Exception {
        var form = resale("parties[0].phone", "138 0013 8077", "parties[1].phone", "13800138077");

        assertThat(text(clerk.send("/contracts/new/quote", form))).contains("同一个手机号");
        assertThat(text(clerk.send("/contracts/new/quote", resale()))).doesNotContain("同一个手机号");
        entered(clerk.send("/contracts/new", form));
    }

    @Test
    void a_half_filled_form_is_asked_for_nothing_yet() throws Exception {
        assertThat(text(clerk.send("/contracts/new/quote", Map.of("type", "RESALE"))))
                .contains("费用马上算出来")
                .doesNotContain("请填写");
    }

    @Test
    void an_own_plan_must_sum_up_and_says_so_while_it_is_typed() throws Exception {
        var form = resale("plan", "OWN");
        form.put("instalments[0].milestone", "SIGNING");
        form.put("instalments[0].percent", "40");
        form.put("instalments[1].milestone", "DATE");
        form.put("instalments[1].dueOn", "2030-01-31");
        form.put("instalments[1].percent", "50");
        assertThat(text(clerk.send("/contracts/new/quote", form))).contains("加起来是 90%");

        form.put("instalments[1].percent", "60");
        var number = entered(clerk.send("/contracts/new", form));
        assertThat(plan(number)).containsExactly("SIGNING", "2030-01-31");
    }

    @Test
    void the_same_home_and_person_again_is_entered_only_when_the_clerk_says_that_it_is_another_deal() throws Exception {
        var first = entered(clerk.send("/contracts/new", resale()));
        var again = resale("property.address", "望京西园四区  " + lastAddress());

        assertThat(text(clerk.send("/contracts/new/quote", again))).contains("30 天内登记过", first);
        var refused = clerk.send("/contracts/new", again);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("data-field=\"different\"");

        again.put("different", "yes");
        assertThat(entered(clerk.send("/contracts/new", again))).isNotEqualTo(first);
    }

    @Test
    void who_was_typed_keeps_the_place_when_the_kind_of_deal_changes() throws Exception {
        var rental = text(clerk.send("/contracts/new/form", resale("type", "RENTAL")));

        assertThat(rental).contains("王小明", "李秀英", "value=\"TENANT\"", "value=\"LANDLORD\"", "name=\"monthlyRent\"");
        assertThat(rental).doesNotContain("name=\"price\"");
    }

    @Test
    void extended_services_are_offered_and_never_chosen_beforehand() throws Exception {
        var page = text(clerk.open("/contracts/new"));

        assertThat(page).contains("name=\"services\"");
        assertThat(page.replaceAll("\\s+", " ")).doesNotContainPattern("name=\"services\"[^>]*checked");
    }

    @Test
    void a_draft_is_kept_sealed_for_its_owner_alone_until_the_contract_is_entered() throws Exception {
        var form = resale("parties[0].phone", "13612340987");
        assertThat(text(clerk.send("/contracts/new/quote", form))).contains("已存草稿");

        var draft = form.get("draft");
        assertThat(text(clerk.open("/contracts/new"))).contains("draft=" + draft);
        assertThat(text(clerk.open("/contracts/new?draft=" + draft))).contains("13612340987", "王小明");
        assertThat(contents(draft)).doesNotContain("13612340987").doesNotContain("王小明");

        var colleague = new StaffBrowser(context, shop.manager());
        assertThat(text(colleague.open("/contracts/new"))).doesNotContain(draft);
        assertThat(colleague.open("/contracts/new?draft=" + draft).getStatus()).isEqualTo(404);
        colleague.send("/contracts/new/forget", Map.of("draft", draft));
        assertThat(clerk.open("/contracts/new?draft=" + draft).getStatus()).isEqualTo(200);

        entered(clerk.send("/contracts/new", form));
        assertThat(clerk.open("/contracts/new?draft=" + draft).getStatus()).isEqualTo(404);
    }

    private List<String> plan(String number) {
        return rows.sql("""
                        select coalesce(i.due_on::text, i.milestone) from contract_instalment i
                          join contract c on c.id = i.contract_id where c.number = ? order by i.seq
                        """).param(number).query(String.class).list();
    }

    private String contents(String draft) {
        return new String(
                rows.sql("select content from contract_entry_draft where id = cast(? as uuid)")
                        .param(draft)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private static int counter;

    /** Another home for each form. */
    private static Map<String, String> resale(String... changed) {
        counter++;
        var form = new LinkedHashMap<String, String>();
        form.put("draft", UUID.randomUUID().toString());
        form.put("externalNo", "PAPER-" + UUID.randomUUID());
        form.put("type", "RESALE");
        form.put("storeCode", Shop.STORE);
        form.put("signedOn", "2024-03-01");
        form.put("price", "5,000,000");
        form.put("property.address", "望京西园四区 " + lastAddress());
        form.put("parties[0].role", "BUYER");
        form.put("parties[0].name", "王小明");
        form.put("parties[0].phone", "13800138000");
        form.put("parties[1].role", "SELLER");
        form.put("parties[1].name", "李秀英");
        form.put("parties[1].phone", "13900139000");
        form.put("agents[0].role", "LISTING");
        form.put("agents[0].agentId", "");
        form.put("agents[1].role", "CLOSING");
        form.put("agents[1].agentId", "t-agent");
        form.put("coBroker.name", "");
        form.put("coBroker.percent", "");
        form.put("plan", "HALF_SIGNING_HALF_TRANSFER");
        form.put("discount.percent", "");
        form.put("discount.reason", "");
        for (var i = 0; i < changed.length; i += 2) {
            form.put(changed[i], changed[i + 1]);
        }
        return form;
    }

    private static String lastAddress() {
        return counter + " 号楼";
    }

    private long count() {
        return rows.sql("select count(*) from contract").query(Long.class).single();
    }

    private static String entered(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(302);
        var address = String.valueOf(answer.getRedirectedUrl());
        assertThat(address).startsWith("/contracts/HT-");
        return address.substring("/contracts/".length());
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
