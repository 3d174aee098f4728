package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.shouqi.EveryRow;
import io.shouqi.identity.Role;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the number on a step to the contract behind it; and what to do when a step fails. */
class ProcessMonitorTest extends StoreAtWork {

    private static final Page.GetByRoleOptions RETRY = new Page.GetByRoleOptions().setName(Pattern.compile("：再做一次$"));

    @Autowired
    @EveryRow
    private JdbcClient rows;

    @BeforeEach
    void somebody_looks_after_the_processes() {
        organisation.user(COMPANY, COMPANY, "way.admin", "卫管理", PASSWORD, Set.of(Role.ADMINISTRATOR));
    }

    @Test
    void a_manager_sees_the_money_at_a_step_and_comes_to_the_contract() throws Exception {
        var contract = signed("YW-7001", "朝阳区南湖西园 206 号楼 5-402", "13800138071");
        var manager = desk();
        logIn(manager, "way.manager", PASSWORD);
        manager.click("nav a[href='/monitor']");
        assertThat(manager.locator("[data-island=heat][data-ready]")).isVisible(SOON);

        var badge = manager.locator(".heat-badge", new Page.LocatorOptions().setHasText("万")).first();
        assertThat(badge).isVisible();
        look(manager, "monitor");
        manager.locator("a.heat-badge[href*=eventGateway_confirmation]").click();
        assertThat(manager.locator("h1")).hasText("停在“等客户答复”");
        look(manager, "monitor-standing");
        manager.getByLabel("看合同 " + contract).click();

        assertThat(manager.locator("h1")).containsText("南湖西园");
    }

    @Test
    void an_administrator_has_a_failed_step_done_again_once_its_cause_is_gone() throws Exception {
        var contract = signed("YW-7002", "朝阳区望京花园 311 号楼 2-1103", "13800138072");
        instalmentsAre(contract, "NOBODY_KNOWS");
        post("/api/v1/contracts/" + contract + "/fee-list/confirm", "{\"evidence\": \"纸质清单已签字\"}");
        giveUp(contract);
        var admin = desk();
        logIn(admin, "way.admin", PASSWORD);
        admin.navigate("/monitor/incidents");
        assertThat(admin.locator("tbody")).containsText("生成应收款");
        look(admin, "monitor-incidents");

        instalmentsAre(contract, "SIGNING");
        admin.getByRole(AriaRole.BUTTON, RETRY).first().click();

        assertThat(admin.locator("#progress")).containsText("都做好了", soon());
        look(admin, "monitor-retries");
        admin.click("text=回到出错的步骤");
        assertThat(admin.locator("main")).not().containsText(contract);
    }

    @Test
    void an_administrator_frees_a_stuck_case_after_seeing_what_that_means() throws Exception {
        var contract = signed("YW-7003", "朝阳区酒仙桥路 14 号 1-302", "13800138073");
        var admin = desk();
        logIn(admin, "way.admin", PASSWORD);
        admin.navigate("/monitor/standing?element=eventGateway_confirmation");
        admin.click("text=" + contract);
        assertThat(admin.locator("[data-island=diagram][data-ready]")).isVisible(SOON);
        look(admin, "monitor-case");

        admin.selectOption("select[name=to]", "userTask_reviseFeeList");
        admin.click("button:has-text('先看会怎样')");
        assertThat(admin.locator(".monitor-outlook")).containsText("修改收费清单");
        look(admin, "monitor-change");
        admin.fill("#reason", "客户换人，清单重来");
        admin.click("button:has-text('确认修改')");

        assertThat(admin.locator("main")).containsText("客户换人，清单重来");
        assertThat(admin.locator(".rule-facts")).containsText("修改收费清单");
    }

    private String signed(String number, String address, String phone) throws Exception {
        var contract = sign(number, address, "王小明", phone, "李秀英", "13900139000", "");
        await().atMost(Duration.ofSeconds(30)).until(() -> rows.sql("select status from contract where number = ?")
                .param(contract)
                .query(String.class)
                .single()
                .equals("PENDING_CONFIRMATION"));
        return contract;
    }

    private void instalmentsAre(String contract, String milestone) {
        rows.sql("update contract_instalment set milestone = ? where contract_id = (select id from contract where number = ?)")
                .params(milestone, contract)
                .update();
    }

    /** After the first attempt no other is left. */
    private void giveUp(String contract) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            rows.sql("update act_ru_job set retries_ = 1, duedate_ = null where exception_msg_ is not null and retries_ > 1")
                    .update();
            return rows.sql("select count(*) from process_incident where business_key = ?")
                            .param(contract)
                            .query(Long.class)
                            .single()
                    == 1;
        });
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
