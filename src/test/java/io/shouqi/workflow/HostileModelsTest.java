package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.workflow.HardeningTest.Witness;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Files that somebody made to get into the server, to stop it, or by mistake. Each is kept, named and never run. */
class HostileModelsTest extends ProcessTest {

    private static final String PROCESS = "resolve-suspense";
    private static final String REFLECTION =
            "''.getClass().forName('io.shouqi.workflow.HardeningTest$Witness').getMethod('touch').invoke(null)";
    private static final String ATTACK = "“坏步骤”";

    @Autowired
    ModelDrafts drafts;

    @Autowired
    Models models;

    @Autowired
    MessageSource messages;

    private long versions;

    @BeforeEach
    void nothingHappenedYet() {
        Witness.touched = false;
        versions = models.versions(People.COMPANY, ModelKind.PROCESS, PROCESS).size();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Timeout(20)
    void a_hostile_file_is_refused_with_its_place_and_nothing_of_it_runs(
            String what, String element, String code, String file) {
        var analyst = people.named("shen");
        var draft =
                drafts.upload(analyst, ModelKind.PROCESS, PROCESS, file.getBytes(StandardCharsets.UTF_8), "测试：" + what);

        var findings = drafts.findings(analyst, draft.id());

        assertThat(findings).filteredOn(ModelFinding::isError).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.code()).isEqualTo("models.finding." + code);
        });
        assertThat(findings)
                .allSatisfy(finding -> assertThat(messages.getMessage(
                                finding.code(), finding.arguments().toArray(), "", Locale.CHINA))
                        .isNotBlank()
                        .hasSizeLessThan(600));
        assertThat(findings)
                .filteredOn(finding -> finding.element().equals("attack"))
                .allSatisfy(finding -> assertThat("“" + finding.name() + "”").isEqualTo(ATTACK));
        assertThat(drafts.content(analyst, draft.id())).isEqualTo(file.getBytes(StandardCharsets.UTF_8));
        assertThat(Witness.touched).isFalse();
        assertThat(models.versions(People.COMPANY, ModelKind.PROCESS, PROCESS)).hasSize((int) versions);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                inside(
                        "a script task",
                        "element",
                        "<scriptTask %s scriptFormat='javascript'><script>1</script></scriptTask>"),
                inside("a class", "attribute", "<serviceTask %s camunda:class='java.lang.Object'/>"),
                inside("an expression", "attribute", "<serviceTask %s camunda:expression='${R}'/>"),
                inside(
                        "a reflective delegate",
                        "value",
                        "<serviceTask %s camunda:delegateExpression='${computeFees.getClass()}'/>"),
                inside(
                        "a bean that is no step",
                        "value",
                        "<serviceTask %s camunda:delegateExpression='${dataSource}'/>"),
                inside(
                        "the other kind of expression",
                        "value",
                        "<serviceTask %s camunda:delegateExpression='#{computeFees}'/>"),
                inside("a shell task", "attribute", "<serviceTask %s camunda:type='shell'/>"),
                inside("a mail task", "attribute", "<serviceTask %s camunda:type='mail'/>"),
                inside("an external task", "attribute", "<serviceTask %s camunda:type='external' camunda:topic='x'/>"),
                inside(
                        "the engine's older namespace",
                        "attribute",
                        "<serviceTask %s xmlns:a='http://activiti.org/bpmn' a:class='x'/>"),
                inside(
                        "a result that is stored",
                        "attribute",
                        "<serviceTask %s camunda:delegateExpression='${computeFees}' camunda:resultVariable='x'/>"),
                inside("a listener", "element", step("<camunda:executionListener event='start' class='x'/>")),
                inside(
                        "a listener that is a script",
                        "element",
                        step(
                                "<camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>")),
                inside(
                        "a connector",
                        "element",
                        step(
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
                inside(
                        "a mapping that is a script",
                        "element",
                        step(
                                "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='js'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                inside("an injected field", "element", step("<camunda:field name='x' expression='${R}'/>")),
                inside(
                        "a retry that is an expression",
                        "element",
                        step("<camunda:failedJobRetryTimeCycle>${R}</camunda:failedJobRetryTimeCycle>")),
                inside(
                        "a task listener",
                        "element",
                        "<userTask %s camunda:candidateGroups='CLERK'><extensionElements><camunda:taskListener event='create' expression='${R}'/></extensionElements></userTask>"),
                inside(
                        "an assignee",
                        "attribute",
                        "<userTask %s camunda:candidateGroups='CLERK' camunda:assignee='${R}'/>"),
                inside("candidates by name", "attribute", "<userTask %s camunda:candidateUsers='admin'/>"),
                inside("a role nobody has", "value", "<userTask %s camunda:candidateGroups='ROOT'/>"),
                inside(
                        "a form from elsewhere",
                        "attribute",
                        "<userTask %s camunda:candidateGroups='CLERK' camunda:formKey='embedded:http://evil/x.html'/>"),
                inside(
                        "an embedded form",
                        "element",
                        "<userTask %s camunda:candidateGroups='CLERK'><extensionElements><camunda:formData/></extensionElements></userTask>"),
                inside(
                        "a user task nobody knows",
                        "noDesk",
                        "<userTask %s camunda:candidateGroups='CLERK' camunda:formRef='resolveSuspense' camunda:formRefBinding='latest'/>"),
                inside(
                        "a form nobody has",
                        "unknownForm",
                        "<userTask %s camunda:candidateGroups='CLERK' camunda:formRef='payroll' camunda:formRefBinding='latest'/>"),
                inside(
                        "a reflective note",
                        "attribute",
                        "<userTask %s camunda:candidateGroups='CLERK' camunda:priority='${R}'/>"),
                inside(
                        "a reflective timer",
                        "value",
                        "<intermediateCatchEvent %s><timerEventDefinition><timeDuration>${R}</timeDuration></timerEventDefinition></intermediateCatchEvent>"),
                inside(
                        "a timer that repeats for ever",
                        "element",
                        "<intermediateCatchEvent %s><timerEventDefinition><timeCycle>R/PT0.001S</timeCycle></timerEventDefinition></intermediateCatchEvent>"),
                inside(
                        "a signal",
                        "element",
                        "<intermediateCatchEvent %s><signalEventDefinition/></intermediateCatchEvent>"),
                inside("a called process from an expression", "attribute", "<callActivity %s calledElement='${R}'/>"),
                inside("a called process of nobody", "unknownProcess", "<callActivity %s calledElement='payroll'/>"),
                inside(
                        "a process that calls itself",
                        "callsItself",
                        "<callActivity %s calledElement='" + PROCESS + "'/>"),
                inside(
                        "a delegate that maps variables",
                        "attribute",
                        "<callActivity %s calledElement='approve-exception' camunda:variableMappingClass='x'/>"),
                inside(
                        "a mapping by expression",
                        "attribute",
                        "<callActivity %s calledElement='approve-exception'><extensionElements><camunda:in sourceExpression='${R}' target='x'/></extensionElements></callActivity>"),
                inside(
                        "a million instances",
                        "element",
                        "<callActivity %s calledElement='approve-exception'><multiInstanceLoopCharacteristics><loopCardinality>1000000</loopCardinality></multiInstanceLoopCharacteristics></callActivity>"),
                inside("a foreign element", "element", "<x:run %s xmlns:x='http://evil'/>"),
                Arguments.of(
                        "a reflective condition",
                        "from",
                        "value",
                        model("<exclusiveGateway id='attack' name='坏步骤' default='other'/>")
                                .replace(
                                        "<!-- flow -->",
                                        "<conditionExpression>${" + REFLECTION + "}</conditionExpression>")
                                .replace(
                                        "<!-- more -->",
                                        "<sequenceFlow id='other' sourceRef='attack' targetRef='end'/>")),
                Arguments.of(
                        "a condition in a script language",
                        "from",
                        "attribute",
                        model("<exclusiveGateway id='attack' name='坏步骤' default='other'/>")
                                .replace(
                                        "<!-- flow -->",
                                        "<conditionExpression language='javascript'>${x}</conditionExpression>")
                                .replace(
                                        "<!-- more -->",
                                        "<sequenceFlow id='other' sourceRef='attack' targetRef='end'/>")),
                Arguments.of(
                        "a way that never rests",
                        "attack",
                        "spins",
                        model("<serviceTask id='attack' name='坏步骤' camunda:delegateExpression='${computeFees}'/>")
                                .replace(
                                        "<!-- more -->",
                                        "<sequenceFlow id='back' sourceRef='attack' targetRef='attack'/>")),
                whole("the same id twice", "end", "duplicate", good().replace("<!-- more -->", "<endEvent id='end'/>")),
                whole(
                        "no days of history",
                        PROCESS,
                        "noHistory",
                        good().replace("camunda:historyTimeToLive='P1D'", "")),
                whole("another process's id", "payroll", "key", good().replace("id='" + PROCESS + "'", "id='payroll'")),
                whole(
                        "two processes",
                        "",
                        "processes",
                        good().replace("</definitions>", "<process id='second' isExecutable='true'/></definitions>")),
                whole(
                        "a start by itself",
                        "start",
                        "startsItself",
                        good().replace(
                                        "<startEvent id='start'/>",
                                        "<startEvent id='start'><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></startEvent>")),
                whole(
                        "an import of another file",
                        "d",
                        "element",
                        good().replace(
                                        "<process",
                                        "<import namespace='x' location='file:///etc/passwd' importType='x'/><process")),
                whole(
                        "a script in the drawing",
                        "plane",
                        "drawing",
                        good().replace(
                                        "</definitions>",
                                        "<di:BPMNDiagram xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' id='plane'><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></di:BPMNDiagram></definitions>")),
                whole(
                        "an external entity",
                        "",
                        "doctype",
                        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + good()),
                whole("a billion laughs", "", "doctype", laughs()),
                whole(
                        "a parameter entity from the network",
                        "",
                        "doctype",
                        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>" + good()),
                whole(
                        "a file of many elements",
                        "",
                        "tooMany",
                        good().replace("<!-- more -->", "<endEvent/>".repeat(30_000))),
                whole(
                        "elements without bottom",
                        "",
                        "tooDeep",
                        good().replace(
                                        "<!-- more -->",
                                        "<subProcess>".repeat(20_000) + "</subProcess>".repeat(20_000))),
                whole("half a file", "", "malformed", good().substring(0, 300)),
                whole("no XML at all", "", "malformed", "PK\u0003\u0004 not a model"));
    }

    @Test
    void a_file_that_is_too_big_is_not_even_kept() {
        var analyst = people.named("shen");
        var huge = good().replace("<!-- more -->", " ".repeat(2 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> drafts.upload(analyst, ModelKind.PROCESS, PROCESS, huge, "太大"))
                .hasMessageContaining("models.file");
    }

    @Test
    void the_server_goes_on_as_if_nothing_had_been() {
        assertThat(hostile().count()).isGreaterThanOrEqualTo(40);
        var instance = start(PROCESS);

        assertThat(processes.running(PROCESS, key)).isTrue();
        assertThat(instance.isEnded()).isFalse();
    }

    private static Arguments inside(String what, String code, String element) {
        var file = model(element.replace("%s", "id='attack' name='坏步骤'")
                .replace("${R}", "${" + REFLECTION.replace("'", "&apos;") + "}"));
        return Arguments.of(what, "attack", code, file);
    }

    private static Arguments whole(String what, String element, String code, String file) {
        return Arguments.of(what, element, code, file);
    }

    private static String step(String extension) {
        return "<serviceTask %s camunda:delegateExpression='${computeFees}'><extensionElements>" + extension
                + "</extensionElements></serviceTask>";
    }

    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY a0 'ha'>");
        for (var i = 1; i < 30; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return "<!DOCTYPE definitions [" + entities + "]><definitions>&a29;</definitions>";
    }

    private static String good() {
        return model("<serviceTask id='attack' name='好步骤' camunda:delegateExpression='${computeFees}'/>");
    }

    private static String model(String flowNode) {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='d' targetNamespace='x'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>
                  <process id='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='start'/>
                    <sequenceFlow id='to' sourceRef='start' targetRef='attack'/>
                    %s
                    <sequenceFlow id='from' sourceRef='attack' targetRef='end'><!-- flow --></sequenceFlow>
                    <endEvent id='end'/>
                    <!-- more -->
                  </process>
                </definitions>
                """.formatted(PROCESS, flowNode);
    }
}
