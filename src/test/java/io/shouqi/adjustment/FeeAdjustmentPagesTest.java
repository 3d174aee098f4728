package io.shouqi.adjustment;

import static io.shouqi.adjustment.CorrectedFirm.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.Milestone;
import io.shouqi.identity.Role;
import io.shouqi.portal.StaffBrowser;
import io.shouqi.pricing.PartyRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** What people see of adjustments: who asks, who agrees, who reads the contract, and the customer. */
@ShouqiTest
class FeeAdjustmentPagesTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Adjustments adjustments;

    @Autowired
    private Contracts contracts;

    @Autowired
    private CustomerLinks links;

    @Autowired
    private TestClock clock;

    private CorrectedFirm firm;

    @BeforeEach
    void settle() {
        clock.set(clock.instant());
        firm = new CorrectedFirm(application);
    }

    private StaffBrowser browser(String who) {
        return new StaffBrowser(application, firm.actor(who));
    }

    @Test
    void the_page_of_the_correction_asks_for_those_that_are_ticked_and_tells_which_cannot_be() throws Exception {
        var one = firm.signed();
        var two = firm.signed();
        var waiting = firm.sign("5000000", null, at(Milestone.SIGNING, "100"));
        var version = firm.correct("0.8", "1");
        var finance = browser("finance");
        assertThat(finance.open("/rules/fees/" + version).getContentAsString()).contains("tab-effects");
        assertThat(finance.open("/rules/fees/" + version + "/effects").getContentAsString())
                .contains(one, two, waiting, "¥90,000.00", "name=\"contract\"");

        var answer = finance.send(
                "/rules/fees/" + version + "/adjustments",
                Map.of("contract", one + "," + two + "," + waiting + ",HT-20240101-999999", "reason", "总部更正"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("2 份已提出", "2 份不能", "还没有全部确认", "待审批")
                .doesNotContain("value=\"" + one + "\"");
        assertThat(adjustments.ofContract(one)).hasSize(1);
        assertThat(adjustments.ofContract(two)).hasSize(1);
    }

    @Test
    void without_a_reason_or_a_contract_nothing_is_asked_for() throws Exception {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var path = "/rules/fees/" + version + "/adjustments";

        assertThat(browser("finance").send(path, Map.of("contract", contract)).getStatus())
                .isEqualTo(422);
        assertThat(browser("finance").send(path, Map.of("reason", "更正")).getStatus())
                .isEqualTo(409);
        assertThat(adjustments.ofContract(contract)).isEmpty();
    }

    @Test
    void readers_see_the_list_but_cannot_ask() throws Exception {
        firm.rules.hire("auditor", firm.rules.code, Role.AUDITOR);
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");

        assertThat(browser("auditor")
                        .open("/rules/fees/" + version + "/effects")
                        .getContentAsString())
                .contains(contract)
                .doesNotContain("name=\"contract\"");
    }

    @Test
    void whoever_must_agree_sees_the_lines_and_the_way_to_the_page() throws Exception {
        var contract = firm.signed();
        var number = firm.propose("finance", firm.correct("0.8", "1"), contract);
        var task = firm.task(contract, "manager").orElseThrow();

        assertThat(browser("manager").open("/tasks/" + task.id()).getContentAsString())
                .contains("/adjustments/" + number, "¥50,000.00", "¥40,000.00", "-¥10,000.00", "总部更正收费标准");
    }

    @Test
    void the_adjustments_own_page_says_what_changes_why_and_who_agreed() throws Exception {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var number = firm.adjusted(version, contract);

        assertThat(browser("analyst").open("/adjustments/" + number).getContentAsString())
                .contains("已执行", contract, "¥40,000.00", "-¥10,000.00", "× 0.8%", "第 " + version + " 版", "manager");
        assertThat(browser("clerk").open("/contracts/" + contract).getContentAsString())
                .contains("/adjustments/" + number, "-¥10,000.00", "总部更正收费标准");
    }

    @Test
    void what_is_more_than_before_is_said_so_and_the_clerk_is_told_whom_to_ask() throws Exception {
        var contract = firm.signed();
        var number = firm.propose("finance", firm.correct("1.2", "0.9"), contract);
        var approval = firm.task(contract, "manager").orElseThrow();
        assertThat(browser("manager").open("/tasks/" + approval.id()).getContentAsString())
                .contains("多收 ¥5,000.00");
        firm.decide(contract, "manager", "APPROVE");

        var task = firm.task(contract, "clerk").orElseThrow();

        assertThat(browser("clerk").open("/tasks/" + task.id()).getContentAsString())
                .contains(number);
        assertThat(browser("clerk").open("/tasks/" + task.id() + "/form").getContentAsString())
                .contains("王小明", "买方 佣金：50000.00 → 60000.00")
                .doesNotContain("王小明、");
    }

    @Test
    void the_customer_sees_what_is_owed_now_what_changed_and_why() throws Exception {
        var contract = firm.signed();
        firm.pay(contract, PartyRole.BUYER, "10000.00");
        firm.adjusted(firm.correct("0.8", "0.9"), contract);
        var page = page(contract, 0);

        assertThat(page)
                .contains("费用调整", "总部更正收费标准", "佣金：¥50,000.00 → ¥40,000.00", "-¥10,000.00")
                // 30,000 are left of 40,000; what the other side pays is not said
                .contains("¥30,000.00")
                .doesNotContain("¥45,000.00");
    }

    private String page(String contract, int payer) throws Exception {
        var token = links.token(contracts.feeList(contract).confirmations().get(payer));
        return browser("clerk").open("/c/" + token).getContentAsString();
    }

    @Test
    void callers_get_the_adjustments_with_the_contract() throws Exception {
        var contract = firm.signed();
        var number = firm.adjusted(firm.correct("0.8", "1"), contract);

        assertThat(browser("clerk").open("/api/v1/contracts/" + contract).getContentAsString())
                .contains(
                        "\"adjustments\":[{\"no\":\"" + number + "\"",
                        "\"status\":\"DONE\"",
                        "\"delta\":\"-10000.00\"");
    }
}
