package io.shouqi.workflow;

import static java.util.Map.entry;

import io.shouqi.identity.Role;
import io.shouqi.workflow.ModelRefused.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a process model may consist of. Everything is refused that is not listed: scripts, classes, connectors,
 * listeners and mappings of variables have no entry. An expression may stand only where {@link #special} has a rule
 * for it, and can do no more than read a flag, compare it with a constant, name a step, or split joined numbers.
 */
final class ModelRules {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** How the namespaces are written in the lists below; elements and attributes of any other are refused. */
    private static final Map<String, String> PREFIXES = Map.of(
            BPMN,
            "",
            CAMUNDA,
            "camunda:",
            "http://camunda.org/schema/modeler/1.0",
            "modeler:",
            "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:");

    private static final Set<String> ELEMENTS = words("""
            definitions collaboration participant process laneSet lane flowNodeRef message
            startEvent endEvent terminateEventDefinition intermediateCatchEvent boundaryEvent
            messageEventDefinition timerEventDefinition timeDate timeDuration
            serviceTask userTask callActivity subProcess multiInstanceLoopCharacteristics
            exclusiveGateway parallelGateway eventBasedGateway sequenceFlow conditionExpression incoming outgoing
            documentation textAnnotation text association extensionElements camunda:in camunda:out
            """);

    private static final Set<String> ATTRIBUTES = words("""
            id name targetNamespace exporter exporterVersion modeler:executionPlatform
            modeler:executionPlatformVersion xsi:type isExecutable processRef sourceRef targetRef default
            attachedToRef cancelActivity calledElement messageRef isSequential triggeredByEvent isInterrupting
            textFormat associationDirection camunda:asyncBefore camunda:asyncAfter camunda:exclusive camunda:formRef
            camunda:historyTimeToLive camunda:versionTag
            """);

    /** What the schema writes into every model, and what Shouqi does not let anybody change. */
    private static final Set<String> DEFAULTS = words("""
            expressionLanguage=http://www.w3.org/1999/XPath typeLanguage=http://www.w3.org/2001/XMLSchema
            implementation=##WebService implementation=##unspecified gatewayDirection=Unspecified
            eventGatewayType=Exclusive processType=None behavior=All isClosed=false isForCompensation=false
            instantiate=false parallelMultiple=false startQuantity=1 completionQuantity=1
            """);

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";
    private static final Predicate<String> IDENTIFIER = matching(NAME);
    private static final Predicate<String> FLAG = matching("\\$\\{" + NAME + "}");
    private static final Predicate<String> CONDITION =
            matching("\\$\\{\\s*(!?" + NAME + "|" + NAME + "\\s*[!=]=\\s*('[\\p{L}\\p{N}_ -]*'|\\d{1,12}))\\s*}");
    private static final Predicate<String> NUMBERS = matching("\\$\\{numbers\\.of\\(" + NAME + "\\)}");
    private static final Predicate<String> TIME = FLAG.or(matching("[0-9PTYMWDHSZ:.+-]{1,40}"));
    private static final Predicate<String> ROLE =
            FLAG.or(matching(Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.joining("|"))));

    private final Map<String, Predicate<String>> special;

    /** @param steps names of the steps a model may call */
    ModelRules(Set<String> steps) {
        special = Map.ofEntries(
                entry("serviceTask@camunda:delegateExpression", FLAG.and(text -> steps.contains(named(text)))),
                entry("userTask@camunda:candidateGroups", ROLE),
                entry("userTask@camunda:formRefBinding", "latest"::equals),
                entry("multiInstanceLoopCharacteristics@camunda:collection", NUMBERS),
                entry("multiInstanceLoopCharacteristics@camunda:elementVariable", IDENTIFIER),
                entry("camunda:in@businessKey", FLAG),
                entry("camunda:in@source", IDENTIFIER),
                entry("camunda:in@target", IDENTIFIER),
                entry("camunda:out@source", IDENTIFIER),
                entry("camunda:out@target", IDENTIFIER),
                entry("conditionExpression", CONDITION),
                entry("timeDate", TIME),
                entry("timeDuration", TIME));
    }

    List<Violation> violations(Element root) {
        var found = new ArrayList<Violation>();
        visit(root, "definitions", found);
        return found;
    }

    private void visit(Element element, String owner, List<Violation> found) {
        var tag = written(element.getUri(), element.getTagName());
        var id = Objects.requireNonNullElse(element.attribute("id"), owner);
        if (!ELEMENTS.contains(tag)) {
            found.add(new Violation(id, tag));
            return;
        }
        for (var key : element.attributes()) {
            var attribute = attribute(key);
            if (!attributeAllowed(tag, attribute, element.attribute(key))) {
                found.add(new Violation(id, attribute + "=" + element.attribute(key)));
            }
        }
        var text = element.getText().strip();
        if (!special.getOrDefault(tag, ModelRules::hasNoExpression).test(text)) {
            found.add(new Violation(id, tag + " " + text));
        }
        element.elements().stream()
                .filter(child -> !DIAGRAM.equals(child.getUri()))
                .forEach(child -> visit(child, id, found));
    }

    private boolean attributeAllowed(String tag, String attribute, String value) {
        var rule = special.get(tag + "@" + attribute);
        if (rule != null) {
            return rule.test(value);
        }
        return (ATTRIBUTES.contains(attribute) && hasNoExpression(value))
                || DEFAULTS.contains(attribute + "=" + value)
                || attribute.equals("xmlns")
                || attribute.startsWith("xmlns:");
    }

    private static boolean hasNoExpression(String text) {
        return !text.contains("${") && !text.contains("#{");
    }

    /** The parser keys an attribute of a namespace as {@code uri:name}. */
    private static String attribute(String key) {
        var end = key.lastIndexOf(':');
        return end < 0 || key.startsWith("xmlns:") ? key : written(key.substring(0, end), key.substring(end + 1));
    }

    private static String written(String namespace, String name) {
        var prefix = PREFIXES.get(namespace);
        return prefix == null ? "{" + namespace + "}" + name : prefix + name;
    }

    private static String named(String flag) {
        return flag.substring(2, flag.length() - 1);
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
