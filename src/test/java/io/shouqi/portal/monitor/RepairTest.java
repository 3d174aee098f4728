package io.shouqi.portal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.identity.Actor;
import io.shouqi.portal.StaffBrowser;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** What failed is shown, done again, and as the last resort moved by hand. */
@ShouqiTest
@Import(MonitoredShop.class)
@TestPropertySource(properties = "test.database=repair")
class RepairTest {

    private static final String CREATING = "serviceTask_createReceivables";
    private static final String WAITING = "eventGateway_confirmation";
    private static final String COLLECTING = "callActivity_collectReceivables";

    @Autowired
    private MonitoredShop monitored;

    @Autowired
    private Shop shop;

    @Autowired
    private IncidentRows incidents;

    @Autowired
    private RetryDesk retries;

    @Autowired
    private ChangeDesk changes;

    @Autowired
    private CaseRows cases;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private Actor admin;

    @BeforeEach
    void open() {
        monitored.open();
        admin = monitored.named("m-admin");
    }

    @Test
    void a_step_that_failed_for_good_is_shown_with_its_cause_and_no_way_through_the_program() throws Exception {
        var contract = monitored.stuck(Shop.STORE);
        var row = incidentOf(contract);

        assertThat(row.cause()).isEqualTo(Cause.REFUSED);
        assertThat(row.element()).isEqualTo(CREATING);
        assertThat(row.work().open()).isEqualTo(monitored.total(contract));
        var seen = new StaffBrowser(context, shop.manager())
                .open("/monitor/incidents")
                .getContentAsString();
        assertThat(seen).contains(contract, "生成应收款", "不合业务规矩").doesNotContain("Refusal", "/monitor/incidents/retry");
        var technical =
                new StaffBrowser(context, admin).open("/monitor/incidents").getContentAsString();
        assertThat(technical)
                .contains("io.shouqi.shared.Refusal", "/monitor/incidents/retry")
                .doesNotContain("at io.shouqi")
                .doesNotContain("13800138000");
    }

    @Test
    void once_the_cause_is_gone_it_is_done_again_and_the_case_moves_on() {
        var contract = monitored.stuck(Shop.STORE);
        monitored.mend(contract);

        var batch = again(incidentOf(contract).id());
        assertThat(retries.progress(batch).waiting()).isEqualTo(1);
        shop.settle();

        assertThat(retries.progress(batch)).isEqualTo(new RetryDesk.Progress(batch, 0, 1, 0));
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.COLLECTING);
        assertThat(shop.receivables(contract)).isNotEmpty();
        assertThat(audited("process_retry", contract)).isEqualTo(1);
    }

    @Test
    void what_fails_again_is_an_incident_again_and_can_be_retried_once_more() {
        var contract = monitored.stuck(Shop.STORE);

        var first = incidentOf(contract);
        var batch = again(first.id());
        monitored.failAgain(contract);

        assertThat(retries.progress(batch).failed()).isEqualTo(1);
        var second = incidentOf(contract);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.retried()).isEqualTo(1);
        assertThat(monitored.as(admin, () -> retries.again(admin, List.of(first.id()))))
                .isEmpty();
    }

    @Test
    void two_who_press_the_button_have_it_done_once() {
        var contract = monitored.stuck(Shop.STORE);
        monitored.mend(contract);
        var incident = incidentOf(contract).id();

        again(incident);
        var second = monitored.as(admin, () -> retries.again(admin, List.of(incident)));

        assertThat(second).isEmpty();
        assertThat(audited("process_retry", contract)).isEqualTo(1);
        shop.settle();
    }

    @Test
    void several_are_done_again_at_once_and_counted_by_what_became_of_them() {
        var mended = monitored.stuck(Shop.STORE);
        var broken = monitored.stuck(MonitoredShop.OTHER_STORE);
        monitored.mend(mended);

        var batch = monitored
                .as(
                        admin,
                        () -> retries.again(
                                admin,
                                List.of(
                                        incidentOf(mended).id(),
                                        incidentOf(broken).id(),
                                        "gone-long-ago")))
                .orElseThrow();
        monitored.failAgain(broken);
        shop.settle();

        assertThat(retries.progress(batch)).isEqualTo(new RetryDesk.Progress(batch, 0, 1, 1));
    }

    @Test
    void an_administrator_of_another_store_sees_and_retries_nothing_here() {
        var contract = monitored.stuck(Shop.STORE);
        var incident = incidentOf(contract).id();
        var there = monitored.named("m-admin-there");

        var seen = monitored.as(there, () -> incidents.page(there, Asked.NOTHING.wanted(there, null), null));

        assertThat(seen.items()).noneMatch(row -> row.id().equals(incident));
        assertThat(monitored.as(there, () -> retries.again(there, List.of(incident))))
                .isEmpty();
        assertThatThrownBy(() -> monitored.as(there, () -> cases.find(there, monitored.id(contract))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        monitored.as(there, () -> changes.outlook(there, monitored.id(contract), CREATING, CREATING)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void before_a_case_is_moved_it_is_said_what_will_vanish() {
        var contract = shop.sign(discounted());
        shop.settle();

        var outlook = monitored.as(
                admin,
                () -> changes.outlook(
                        admin, monitored.id(contract), "callActivity_approveException", "userTask_reviseContract"));

        assertThat(outlook.fromName()).isEqualTo("审批例外");
        assertThat(outlook.toName()).isEqualTo("修改合同");
        assertThat(outlook.tasks()).hasSize(1);
        assertThat(outlook.called()).isEqualTo(1);
    }

    @Test
    void a_moved_case_goes_on_where_it_was_put_and_the_log_says_who_why_before_and_after() throws Exception {
        var contract = shop.sign(Shop.resale());
        shop.settle();
        var path = "/monitor/cases/" + monitored.instance(contract) + "/change";
        assertThat(new StaffBrowser(context, admin)
                        .open(path + "?from=" + WAITING + "&to=userTask_reviseFeeList")
                        .getContentAsString())
                .contains("等客户答复", "修改收费清单");

        monitored.as(admin, () -> {
            changes.move(admin, monitored.id(contract), WAITING, "userTask_reviseFeeList", "客户换人，清单重来");
            return "";
        });

        var row = monitored.as(admin, () -> cases.find(admin, monitored.id(contract)));
        assertThat(row.at()).containsExactly("userTask_reviseFeeList");
        assertThat(openTasks(contract)).isEqualTo(1);
        var event = rows.sql("select * from process_change where business_key = ?")
                .param(contract)
                .query()
                .singleRow();
        assertThat(event)
                .containsEntry("reason", "客户换人，清单重来")
                .containsEntry("before", "等客户答复")
                .containsEntry("after", "修改收费清单")
                .containsEntry("done_by", admin.id());
        assertThat(audited("process_change", contract)).isEqualTo(1);
    }

    @Test
    void moving_is_refused_where_it_would_do_harm() {
        var ended = shop.confirmed(Shop.resale());
        shop.cancel(ended, "双方协商解除");
        var collecting = shop.confirmed(Shop.resale());
        var waiting = shop.sign(Shop.resale());
        shop.settle();

        assertThatThrownBy(() -> move(ended, WAITING, "userTask_reviseContract"))
                .hasMessageContaining("change.ended");
        assertThatThrownBy(() -> move(collecting, COLLECTING, "userTask_reviseContract"))
                .hasMessageContaining("change.inner");
        assertThatThrownBy(() -> move(collecting, WAITING, "userTask_reviseContract"))
                .hasMessageContaining("change.moved");
        for (var target :
                List.of(COLLECTING, "startEvent_contractSigned", "serviceTask_reverseCancelledContract", "x")) {
            assertThatThrownBy(() -> move(waiting, WAITING, target)).as(target).hasMessageContaining("change.target");
        }
        assertThatThrownBy(() -> monitored.as(admin, () -> {
                    changes.move(admin, monitored.id(waiting), WAITING, "userTask_reviseContract", " ");
                    return "";
                }))
                .hasMessageContaining("field.required");
    }

    @Test
    void a_move_whose_way_fails_changes_nothing() {
        var contract = monitored.stuck(Shop.STORE);
        var before = monitored.as(admin, () -> cases.find(admin, monitored.id(contract)));

        assertThatThrownBy(() -> move(contract, CREATING, "serviceTask_freezeFeeList"))
                .isInstanceOf(Refusal.class);

        assertThat(monitored
                        .as(admin, () -> cases.find(admin, monitored.id(contract)))
                        .at())
                .isEqualTo(before.at());
        assertThat(audited("process_change", contract)).isZero();
    }

    @Test
    void nobody_but_an_administrator_moves_and_a_manager_does_not_retry() throws Exception {
        var contract = monitored.stuck(Shop.STORE);
        var change = "/monitor/cases/" + monitored.instance(contract) + "/change";
        var pick = Map.of("pick", incidentOf(contract).id());
        var move = Map.of("from", CREATING, "to", CREATING, "reason", "x");

        for (var name : List.of("m-director", "m-analyst", "m-auditor", "t-manager")) {
            assertThat(new StaffBrowser(context, monitored.named(name))
                            .send(change, move)
                            .getStatus())
                    .as(name)
                    .isEqualTo(403);
        }
        for (var name : List.of("m-director", "m-auditor", "t-manager")) {
            assertThat(new StaffBrowser(context, monitored.named(name))
                            .send("/monitor/incidents/retry", pick)
                            .getStatus())
                    .as(name)
                    .isEqualTo(403);
        }
        monitored.mend(contract);
        assertThat(new StaffBrowser(context, monitored.named("m-analyst"))
                        .send("/monitor/incidents/retry", pick)
                        .getRedirectedUrl())
                .startsWith("/monitor/retries/");
        shop.settle();
    }

    private void move(String contract, String from, String to) {
        monitored.as(admin, () -> {
            changes.move(admin, monitored.id(contract), from, to, "卡住了");
            return "";
        });
    }

    private UUID again(String incident) {
        return monitored
                .as(admin, () -> retries.again(admin, List.of(incident)))
                .orElseThrow();
    }

    private IncidentRow incidentOf(String contract) {
        return monitored
                .as(admin, () -> incidents.of(admin, monitored.id(contract)))
                .get(0);
    }

    private long openTasks(String key) {
        return rows.sql("select count(*) from task where business_key = ? and status = 'OPEN'")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long audited(String kind, String subject) {
        return rows.sql("select count(*) from audit_event where subject_kind = ? and subject = ?")
                .params(kind, subject)
                .query(Long.class)
                .single();
    }

    private static NewContract discounted() {
        return Shop.with(
                Shop.resale(),
                List.of(),
                List.of(new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100))),
                new NewContract.Discount(BigDecimal.valueOf(5), "老客户"));
    }
}
