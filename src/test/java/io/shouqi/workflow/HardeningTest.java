package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, expressions, queries and variables are tried as ways into the JVM. Each would touch {@link Witness}. */
class HardeningTest extends ProcessTest {

    private static final String REFLECTION =
            "''.getClass().forName('io.shouqi.workflow.HardeningTest$Witness').getMethod('touch').invoke(null)";

    public static final class Witness {
        static boolean touched;

        public static Object touch() {
            touched = true;
            return "touched";
        }
    }

    @BeforeEach
    void nothingHappenedYet() {
        Witness.touched = false;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_model_is_refused_when_it_contains(String what, String flowNode) {
        assertThatThrownBy(() -> deploy(flowNode)).hasRootCauseInstanceOf(ModelRefused.class);
        assertThat(Witness.touched).isFalse();
    }

    static Stream<Arguments> a_model_is_refused_when_it_contains() {
        return Stream.of(
                Arguments.of("a script task", """
                        <scriptTask id="attack" scriptFormat="javascript"><script>1</script></scriptTask>"""),
                Arguments.of("a class", """
                        <serviceTask id="attack" camunda:class="io.shouqi.workflow.HardeningTest$Witness"/>"""),
                Arguments.of("a class by the engine's older name", """
                        <serviceTask id="attack" xmlns:a="http://activiti.org/bpmn" a:class="java.lang.Object"/>"""),
                Arguments.of("an expression as a step", """
                        <serviceTask id="attack" camunda:expression="${%s}"/>""".formatted(REFLECTION)),
                Arguments.of("a reflective step", """
                        <serviceTask id="attack" camunda:delegateExpression="${computeFees.getClass()}"/>"""),
                Arguments.of("a bean that is no step", """
                        <serviceTask id="attack" camunda:delegateExpression="${taskList}"/>"""),
                Arguments.of("an external task", """
                        <serviceTask id="attack" camunda:type="external" camunda:topic="x"/>"""),
                Arguments.of("a business rule task", """
                        <businessRuleTask id="attack" camunda:expression="${1}"/>"""),
                Arguments.of("a send task", """
                        <sendTask id="attack" camunda:class="java.lang.Object"/>"""),
                Arguments.of("a connector", step("""
                        <camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>""")),
                Arguments.of("a script in a mapping", step("""
                        <camunda:inputOutput><camunda:inputParameter name="x">
                          <camunda:script scriptFormat="javascript">1</camunda:script>
                        </camunda:inputParameter></camunda:inputOutput>""")),
                Arguments.of("an execution listener", step("""
                        <camunda:executionListener event="start" class="java.lang.Object"/>""")),
                Arguments.of("a script listener", step("""
                        <camunda:executionListener event="start">
                          <camunda:script scriptFormat="javascript">1</camunda:script>
                        </camunda:executionListener>""")),
                Arguments.of("a field with an expression", step("""
                        <camunda:field name="x"><camunda:expression>${%s}</camunda:expression></camunda:field>""".formatted(REFLECTION))),
                Arguments.of("a retry expression", step("""
                        <camunda:failedJobRetryTimeCycle>${%s}</camunda:failedJobRetryTimeCycle>""".formatted(REFLECTION))),
                Arguments.of("a task listener", """
                        <userTask id="attack" camunda:candidateGroups="CLERK"><extensionElements>
                          <camunda:taskListener event="create" expression="${%s}"/></extensionElements></userTask>""".formatted(REFLECTION)),
                Arguments.of("a reflective candidate", """
                        <userTask id="attack" camunda:candidateGroups="${%s}"/>""".formatted(REFLECTION)),
                Arguments.of("a reflective assignee", """
                        <userTask id="attack" camunda:candidateGroups="CLERK" camunda:assignee="${%s}"/>""".formatted(REFLECTION)),
                Arguments.of("a reflective name", """
                        <userTask id="attack" camunda:candidateGroups="CLERK" name="${%s}"/>""".formatted(REFLECTION)),
                Arguments.of("a reflective description", """
                        <userTask id="attack" camunda:candidateGroups="CLERK">
                          <documentation>#{%s}</documentation></userTask>""".formatted(REFLECTION)),
                Arguments.of("a group that is no role", """
                        <userTask id="attack" camunda:candidateGroups="WHEEL"/>"""),
                Arguments.of("a reflective timer", """
                        <intermediateCatchEvent id="attack"><timerEventDefinition id="timer">
                          <timeDate xsi:type="tFormalExpression">${%s}</timeDate>
                        </timerEventDefinition></intermediateCatchEvent>""".formatted(REFLECTION)),
                Arguments.of("a reflective collection", """
                        <callActivity id="attack" calledElement="x"><multiInstanceLoopCharacteristics
                          camunda:collection="${%s}" camunda:elementVariable="x"/></callActivity>""".formatted(REFLECTION)),
                Arguments.of("a called process from an expression", """
                        <callActivity id="attack" calledElement="${%s}"/>""".formatted(REFLECTION)),
                Arguments.of("a mapping by expression", """
                        <callActivity id="attack" calledElement="x"><extensionElements>
                          <camunda:in sourceExpression="${%s}" target="x"/></extensionElements></callActivity>""".formatted(REFLECTION)));
    }

    /** The engine has such classes of its own and makes them while it reads the model. */
    @Test
    void a_class_is_never_instantiated_for_a_model() {
        assertThatThrownBy(() -> deploy("""
                        <serviceTask id="attack" camunda:type="shell"><extensionElements>
                          <camunda:field name="command" stringValue="id"/></extensionElements></serviceTask>""")).hasMessageContaining("processes run steps, not classes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<conditionExpression xsi:type=\"tFormalExpression\" language=\"javascript\">1</conditionExpression>",
                "<conditionExpression xsi:type=\"tFormalExpression\">${" + REFLECTION + "}</conditionExpression>",
                "<conditionExpression xsi:type=\"tFormalExpression\">${computeFees.run(x)}</conditionExpression>",
                "<conditionExpression xsi:type=\"tFormalExpression\">${x.y}</conditionExpression>",
                "<conditionExpression xsi:type=\"tFormalExpression\">${x['y']}</conditionExpression>",
                "<conditionExpression xsi:type=\"tFormalExpression\">${true}${x}</conditionExpression>",
                "<extensionElements><camunda:executionListener event=\"take\" class=\"x\"/></extensionElements>"
                        + "<conditionExpression xsi:type=\"tFormalExpression\">${x}</conditionExpression>"
            })
    void a_flow_is_refused_when_it_does_more_than_compare(String inside) {
        var model = fork(inside);

        assertThatThrownBy(() -> deployModel(model)).hasRootCauseInstanceOf(ModelRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${x}", "${!x}", "${x == 'SALE'}", "${x != 'SALE'}", "${ x == 12 }"})
    void a_condition_may_read_and_compare_a_flag(String condition) {
        deployModel(
                fork("<conditionExpression xsi:type=\"tFormalExpression\">" + condition + "</conditionExpression>"));
    }

    @Test
    void a_model_with_a_document_type_is_refused() {
        var model = model("<exclusiveGateway id=\"attack\"/>")
                .replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");

        assertThatThrownBy(() -> deployModel(model)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void a_model_that_was_changed_in_the_database_is_refused_when_it_is_read_again() {
        deploy("<serviceTask id=\"attack\" camunda:delegateExpression=\"${computeFees}\"/>");
        var tampered = jdbc.sql("update act_ge_bytearray set bytes_ = ? where name_ = 'attack.bpmn'")
                .param(model("<serviceTask id=\"attack\" camunda:expression=\"${" + REFLECTION + "}\"/>")
                        .getBytes(StandardCharsets.UTF_8))
                .update();
        assertThat(tampered).isPositive();
        configuration().getDeploymentCache().discardProcessDefinitionCache();

        assertThatThrownBy(() -> processes.start(People.COMPANY, "attacked", key, Map.of()))
                .hasRootCauseInstanceOf(ModelRefused.class);
        assertThat(Witness.touched).isFalse();
    }

    /** The engine evaluates expressions in the or part of a query even where that is switched off. */
    @Test
    void an_expression_in_a_task_query_reaches_nothing() {
        var tasks = engine.getTaskService();

        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${" + REFLECTION + "}")
                        .endOr()
                        .list())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression("${" + REFLECTION + "}")
                        .list())
                .isInstanceOf(RuntimeException.class);
        assertThat(Witness.touched).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${" + REFLECTION + "}",
                "${''.getClass()}",
                "${''['class']}",
                "${computeFees.getClass()}",
                "${computeFees.class}",
                "${computeFees.execute(null)}",
                "${numbers.getClass()}",
                "${numbers.of(numbers)}",
                "${numbers.joined('x')}",
                "${taskList}",
                "${execution}",
                "${authenticatedUserId}",
                "${dateTime()}",
                "${currentUser()}",
            })
    void an_expression_that_slipped_through_reaches_nothing(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(RuntimeException.class);
        assertThat(Witness.touched).isFalse();
    }

    @Test
    void joined_numbers_are_split() {
        assertThat(evaluate("${numbers.of('R-1,R-2')}")).isEqualTo(List.of("R-1", "R-2"));
    }

    @Test
    void no_script_language_is_known() {
        var languages = configuration().getScriptingEngines();

        for (var language : List.of("javascript", "groovy", "juel", "mvel", "python")) {
            assertThatThrownBy(() -> languages.getScriptEngineForLanguage(language))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void a_process_remembers_no_objects() {
        var instance = start("resolve-suspense");
        var runtime = engine.getRuntimeService();
        var serialized = Variables.serializedObjectValue("rO0ABXA=")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .objectTypeName("java.util.ArrayList")
                .create();

        for (var object : List.of(new ArrayList<>(List.of("R-1")), serialized, new byte[] {1}, 1.5, Map.of())) {
            assertThatThrownBy(() -> runtime.setVariable(instance.getId(), "thing", object))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(runtime.getVariables(instance.getId())).isEmpty();
    }

    @Test
    void a_flag_is_a_string_a_long_or_a_boolean() {
        var odd = Map.<String, Object>of("numbers", List.of("R-1"));
        assertThatThrownBy(() -> processes.start(People.COMPANY, "resolve-suspense", key, odd))
                .hasMessageContaining("numbers");

        processes.start(People.COMPANY, "resolve-suspense", key, Map.of("a", "x", "b", 1L, "c", true));
        assertThat(processes.running("resolve-suspense", key)).isTrue();
    }

    @Test
    void tasks_outside_of_a_process_do_not_exist() {
        var service = engine.getTaskService();

        assertThatThrownBy(() -> service.saveTask(service.newTask())).isInstanceOf(RuntimeException.class);
    }

    private Object evaluate(String expression) {
        var instance = processes.running("resolve-suspense", key)
                ? instance("resolve-suspense", key)
                : start("resolve-suspense");
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> configuration()
                        .getExpressionManager()
                        .createExpression(expression)
                        .getValue(context.getExecutionManager().findExecutionById(instance.getId())));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private void deploy(String flowNode) {
        deployModel(model(flowNode));
    }

    private void deployModel(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .tenantId(People.COMPANY)
                .addString("attack.bpmn", model)
                .deploy();
    }

    private static String step(String extension) {
        return "<serviceTask id=\"attack\" camunda:delegateExpression=\"${computeFees}\"><extensionElements>"
                + extension + "</extensionElements></serviceTask>";
    }

    private static String fork(String insideOneFlow) {
        return model("<exclusiveGateway id=\"attack\" default=\"other\"/>")
                .replace("<!-- flow -->", insideOneFlow)
                .replace("<!-- more -->", "<sequenceFlow id=\"other\" sourceRef=\"attack\" targetRef=\"end\"/>");
    }

    private static String model(String flowNode) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="attacked" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/>
                    <sequenceFlow id="to" sourceRef="start" targetRef="attack"/>
                    %s
                    <sequenceFlow id="from" sourceRef="attack" targetRef="end"><!-- flow --></sequenceFlow>
                    <endEvent id="end"/>
                    <!-- more -->
                  </process>
                </definitions>
                """.formatted(flowNode);
    }
}
