package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.workflow.Rehearsal.Moment;
import io.shouqi.workflow.Rehearsal.Outcome;
import io.shouqi.workflow.Rehearsal.Waiting;
import io.shouqi.workflow.Rehearsal.What;
import io.shouqi.workflow.Rehearsal.Why;
import io.shouqi.workflow.RehearsalChoice.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes are played through with chosen answers; nothing of it happens. */
class RehearsalsTest extends ProcessTest {

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_approval_is_played_from_start_to_end() {
        var rehearsal = play(
                "approve-exception",
                flag("userTask_approveException", "approver", "AREA_MANAGER"),
                task("userTask_approveException", Map.of("approved", "true", "moreLevels", "false")));

        assertThat(rehearsal.outcome()).isEqualTo(Outcome.ENDED);
        assertThat(reached(rehearsal)).containsExactly("例外已提出", "gateway_levelToFind", "确定审批人", "审批例外", "审批结果？", "已批准");
        assertThat(rehearsal.path())
                .filteredOn(moment -> moment.what() == What.FLOW)
                .extracting(Moment::element)
                .endsWith("flow_decision_approved");
        assertThat(rehearsal.path())
                .filteredOn(moment -> moment.what() == What.COMPLETED)
                .singleElement()
                .satisfies(moment -> assertThat(moment.flags()).containsEntry("approved", "true"));
    }

    @Test
    void what_waits_is_offered_with_what_may_be_chosen() {
        var rehearsal = play("approve-exception", flag("userTask_approveException", "approver", "AREA_MANAGER"));

        assertThat(rehearsal.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(rehearsal.waiting())
                .extracting(Waiting::kind, Waiting::name, Waiting::detail)
                .contains(tuple(Kind.TASK, "审批例外", "AREA_MANAGER"));
        assertThat(rehearsal.waiting()).extracting(Waiting::name).contains("超过 48 小时");
        assertThat(rehearsal.waiting().get(0).flags())
                .contains(
                        new FlagUse("approved", FlagUse.Kind.YES_NO, List.of()),
                        new FlagUse("moreLevels", FlagUse.Kind.YES_NO, List.of()))
                .filteredOn(use -> use.name().equals("approver"))
                .singleElement()
                .satisfies(use -> assertThat(use.options()).contains("AREA_MANAGER", "DIRECTOR"));
    }

    @Test
    void a_flag_that_nothing_has_set_is_asked_for_where_it_is_read() {
        var rehearsal = play("approve-exception");

        assertThat(rehearsal.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(rehearsal.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Kind.FLAG);
            assertThat(waiting.element()).isEqualTo("userTask_approveException");
            assertThat(waiting.detail()).isEqualTo("approver");
        });
    }

    @Test
    void a_timer_is_due_and_a_message_arrives_when_somebody_says_so() {
        var rehearsal = play(
                "collect-receivable",
                flag("gateway_settled", "settled", "false"),
                flag("gateway_dated", "dated", "true"),
                flag("eventGateway_dated", "overdueAt", "2026-12-01T00:00:00Z"),
                new RehearsalChoice(Kind.TIMER, "timerEvent_overdue", Map.of()),
                new RehearsalChoice(Kind.MESSAGE, "boundaryEvent_settledMeanwhile", Map.of("settled", "true")));

        assertThat(rehearsal.trouble()).isNull();
        assertThat(rehearsal.outcome()).isEqualTo(Outcome.ENDED);
        assertThat(reached(rehearsal)).contains("标记逾期", "跟进逾期").endsWith("已收讫");
        assertThat(rehearsal.path()).extracting(Moment::what).contains(What.DUE, What.ARRIVED);
    }

    @Test
    void it_can_stop_before_every_step_to_choose_what_the_step_sets() {
        var model = shipped("collect-receivable");
        var choices = new ArrayList<RehearsalChoice>();
        var first = rehearsals.play(People.COMPANY, "collect-receivable", model, choices, RehearsalPace.EVERY_STEP);
        assertThat(first.waiting()).extracting(Waiting::element).containsExactly("serviceTask_askForPayment");

        choices.add(new RehearsalChoice(Kind.STEP, "serviceTask_askForPayment", Map.of()));
        choices.add(new RehearsalChoice(Kind.STEP, "serviceTask_checkReceivable", Map.of("settled", "true")));
        var last = rehearsals.play(People.COMPANY, "collect-receivable", model, choices, RehearsalPace.EVERY_STEP);

        assertThat(last.outcome()).isEqualTo(Outcome.ENDED);
        assertThat(last.path())
                .contains(new Moment(
                        What.SET,
                        "collect-receivable",
                        "serviceTask_checkReceivable",
                        "核对应收款",
                        "serviceTask",
                        Map.of("settled", "true")));
    }

    @Test
    void the_processes_it_calls_are_played_too() {
        var rehearsal = play(
                "contract-to-payment",
                flag("gateway_needsApproval", "needsApproval", "true"),
                flag("callActivity_approveException", "approval", "A-1"),
                flag("userTask_approveException", "approver", "DIRECTOR"),
                task("userTask_approveException", Map.of("approved", "true", "moreLevels", "false")));

        assertThat(rehearsal.path()).extracting(Moment::process).contains("approve-exception");
        assertThat(rehearsal.outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void a_choice_for_a_place_that_was_not_reached_is_named() {
        var rehearsal = play(
                "approve-exception",
                flag("userTask_approveException", "approver", "AREA_MANAGER"),
                task("userTask_gone", Map.of()));

        assertThat(rehearsal.outcome()).isEqualTo(Outcome.STUCK);
        assertThat(rehearsal.trouble()).extracting(Rehearsal.Trouble::why).isEqualTo(Why.UNFIT);
        assertThat(rehearsal.used()).isEqualTo(1);
        assertThat(rehearsal.waiting()).isNotEmpty();
    }

    @Test
    void a_process_that_only_goes_in_circles_is_stopped() {
        var rehearsal =
                rehearsals.play(People.COMPANY, "circle", model("circle", """
                <exclusiveGateway id="round" name="转圈"/>
                <serviceTask id="serviceTask_again" name="再来" camunda:delegateExpression="${computeFees}"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="round"/>
                <sequenceFlow id="b" sourceRef="round" targetRef="serviceTask_again"/>
                <sequenceFlow id="c" sourceRef="serviceTask_again" targetRef="round"/>
                """), List.of(), RehearsalPace.DECISIONS);

        assertThat(rehearsal.outcome()).isEqualTo(Outcome.STUCK);
        assertThat(rehearsal.trouble()).extracting(Rehearsal.Trouble::why).isEqualTo(Why.CIRCLES);
    }

    @Test
    void a_gateway_none_of_whose_conditions_holds_is_named() {
        var rehearsal = rehearsals.play(
                People.COMPANY,
                "dead",
                model("dead", """
                <exclusiveGateway id="choice" name="卖还是租？"/>
                <endEvent id="sold"/>
                <endEvent id="bought"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="choice"/>
                <sequenceFlow id="b" sourceRef="choice" targetRef="sold">
                  <conditionExpression xsi:type="tFormalExpression">${kind == 'SALE'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="c" sourceRef="choice" targetRef="bought">
                  <conditionExpression xsi:type="tFormalExpression">${kind == 'PURCHASE'}</conditionExpression>
                </sequenceFlow>
                """),
                List.of(flag("choice", "kind", "RENT")),
                RehearsalPace.DECISIONS);

        assertThat(rehearsal.outcome()).isEqualTo(Outcome.STUCK);
        assertThat(rehearsal.trouble()).isEqualTo(new Rehearsal.Trouble(Why.NO_WAY, "choice", "卖还是租？", ""));
    }

    @Test
    void a_model_with_a_script_is_refused_before_it_is_played() {
        var model = model("bad", """
                <scriptTask id="attack" scriptFormat="javascript"><script>1</script></scriptTask>
                <sequenceFlow id="a" sourceRef="start" targetRef="attack"/>
                """);

        assertThatThrownBy(() -> rehearsals.play(People.COMPANY, "bad", model, List.of(), RehearsalPace.DECISIONS))
                .isInstanceOf(ModelRefused.class);
    }

    @Test
    void nothing_of_it_stays() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var before = rows();
        var known = definitionsInMemory();
        var deployments = List.copyOf(configuration.getRegisteredDeployments());

        a_timer_is_due_and_a_message_arrives_when_somebody_says_so();
        an_approval_is_played_from_start_to_end();
        a_process_that_only_goes_in_circles_is_stopped();
        a_model_with_a_script_is_refused_before_it_is_played();

        assertThat(rows()).isEqualTo(before);
        assertThat(stage.played()).isEmpty();
        assertThat(configuration.getRegisteredDeployments()).containsExactlyInAnyOrderElementsOf(deployments);
        assertThat(definitionsInMemory()).isEqualTo(known);
    }

    @Test
    void what_the_caller_has_begun_is_not_thrown_away_with_it() {
        transaction.executeWithoutResult(status -> {
            processes.start(People.COMPANY, "approve-exception", key, Map.of("approver", "DIRECTOR"));
            play("approve-exception");
        });

        assertThat(processes.running("approve-exception", key)).isTrue();
        assertThat(openTasks(key)).isEqualTo(1);
    }

    @Test
    void a_running_process_is_not_moved_by_a_rehearsal_of_its_kind() {
        stage.step("checkReceivable", step -> {
            step.set("settled", false);
            step.set("dated", false);
        });
        start("collect-receivable");
        var before = diagrams.view("collect-receivable", key).active();

        play(
                "collect-receivable",
                flag("gateway_settled", "settled", "false"),
                flag("gateway_dated", "dated", "false"),
                new RehearsalChoice(Kind.MESSAGE, "messageEvent_settledUndated", Map.of("settled", "true")));

        assertThat(diagrams.view("collect-receivable", key).active()).isEqualTo(before);
        processes.start(People.COMPANY, "collect-receivable", key + "-next", Map.of());
        assertThat(instance("collect-receivable", key + "-next").getProcessDefinitionId())
                .isEqualTo(instance("collect-receivable", key).getProcessDefinitionId());
    }

    private Set<String> definitionsInMemory() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return Set.copyOf(
                configuration.getDeploymentCache().getProcessDefinitionCache().keySet());
    }

    private Rehearsal play(String process, RehearsalChoice... choices) {
        return rehearsals.play(
                People.COMPANY, process, shipped(process), Arrays.asList(choices), RehearsalPace.DECISIONS);
    }

    private static RehearsalChoice flag(String element, String name, String value) {
        return new RehearsalChoice(Kind.FLAG, element, Map.of(name, value));
    }

    private static RehearsalChoice task(String element, Map<String, String> flags) {
        return new RehearsalChoice(Kind.TASK, element, flags);
    }

    private static List<String> reached(Rehearsal rehearsal) {
        return rehearsal.path().stream()
                .filter(moment -> moment.what() == What.REACHED)
                .map(moment -> moment.name().isEmpty() ? moment.element() : moment.name())
                .toList();
    }

    private static byte[] shipped(String process) {
        try {
            return new ClassPathResource("processes/" + process + ".bpmn").getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] model(String key, String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/>
                    %s
                  </process>
                </definitions>
                """.formatted(key, elements).strip().getBytes(StandardCharsets.UTF_8);
    }

    /** How many rows every table has. */
    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        jdbc.sql(
                        "select table_schema || '.' || quote_ident(table_name) from information_schema.tables"
                                + " where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
