package io.shouqi.workflow;

import static java.util.Map.entry;

import io.shouqi.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Where shapes stand and which colours they have. */
    private static final Set<String> DRAWING = Set.of(
            ModelSpaces.DIAGRAM, "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI");

    /** How the namespaces are written in the lists below; elements and attributes of any other are refused. */
    private static final Map<String, String> PREFIXES = Map.of(
            ModelSpaces.BPMN,
            "",
            ModelSpaces.CAMUNDA,
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
            camunda:historyTimeToLive camunda:versionTag camunda:modelerTemplate camunda:modelerTemplateVersion
            """);

    /** What the schema writes into every model, and what Shouqi does not let anybody change. */
    private static final Set<String> DEFAULTS = words("""
            expressionLanguage=http://www.w3.org/1999/XPath typeLanguage=http://www.w3.org/2001/XMLSchema
            implementation=##WebService implementation=##unspecified gatewayDirection=Unspecified
            eventGatewayType=Exclusive processType=None behavior=All isClosed=false isForCompensation=false
            instantiate=false parallelMultiple=false startQuantity=1 completionQuantity=1
            """);

    private static final int LONGEST_SHOWN = 120;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";
    private static final Predicate<String> IDENTIFIER = matching(NAME);
    private static final Predicate<String> FLAG = matching("\\$\\{" + NAME + "}");
    private static final Predicate<String> CONDITION =
            matching("\\$\\{\\s*(!?" + NAME + "|" + NAME + "\\s*[!=]=\\s*('[\\p{L}\\p{N}_ -]*'|\\d{1,12}))\\s*}");
    private static final Predicate<String> NUMBERS = matching("\\$\\{numbers\\.of\\(" + NAME + "\\)}");
    private static final Predicate<String> TIME = FLAG.or(matching("[0-9PTYMWDHSZ:.+-]{1,40}"));
    private static final Predicate<String> ROLE =
            FLAG.or(matching(Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.joining("|"))));

    private final Map<String, Place> special;

    /**
     * Where an expression may stand.
     *
     * @param allowed what may be written there, as a key of the messages
     */
    private record Place(Predicate<String> rule, String allowed) {}

    /** @param steps names of the steps a model may call */
    ModelRules(Set<String> steps) {
        special = Map.ofEntries(
                place("serviceTask@camunda:delegateExpression", "step", FLAG.and(text -> steps.contains(named(text)))),
                place("userTask@camunda:candidateGroups", "role", ROLE),
                place("userTask@camunda:formRefBinding", "latest", "latest"::equals),
                place("multiInstanceLoopCharacteristics@camunda:collection", "numbers", NUMBERS),
                place("multiInstanceLoopCharacteristics@camunda:elementVariable", "name", IDENTIFIER),
                place("camunda:in@businessKey", "flag", FLAG),
                place("camunda:in@source", "name", IDENTIFIER),
                place("camunda:in@target", "name", IDENTIFIER),
                place("camunda:out@source", "name", IDENTIFIER),
                place("camunda:out@target", "name", IDENTIFIER),
                place("conditionExpression", "condition", CONDITION),
                place("timeDate", "time", TIME),
                place("timeDuration", "time", TIME));
    }

    private static Map.Entry<String, Place> place(String where, String allowed, Predicate<String> rule) {
        return entry(where, new Place(rule, "models.allowed." + allowed));
    }

    List<ModelFinding> findings(Element root) {
        var found = new ArrayList<ModelFinding>();
        visit(root, new Named("definitions", "definitions"), found);
        return found;
    }

    /** An element as people see it in the diagram; parts that have no id are those of what they belong to. */
    private record Named(String id, String name) {

        Named within(Element part) {
            var own = part.attribute("id");
            if (own == null) {
                return this;
            }
            var called = part.attribute("name");
            return new Named(own, called == null || called.isBlank() ? own : called);
        }

        ModelFinding error(String code, String... arguments) {
            var shown = Arrays.stream(arguments).map(ModelRules::shown).toArray(String[]::new);
            return ModelFinding.error(id, shown(name), code, shown);
        }
    }

    private void visit(Element element, Named owner, List<ModelFinding> found) {
        var tag = written(element.getUri(), element.getTagName());
        var at = owner.within(element);
        if (!ELEMENTS.contains(tag)) {
            found.add(at.error("models.finding.element", "models.tag." + tag, "models.allowed.elements"));
            return;
        }
        for (var key : element.attributes()) {
            var attribute = attribute(key);
            var value = element.attribute(key);
            if (!attributeAllowed(tag, attribute, value)) {
                found.add(refusal(at, tag + "@" + attribute, attribute, value));
            }
        }
        var text = element.getText().strip();
        var place = special.get(tag);
        if (place == null ? !hasNoExpression(text) : !place.rule().test(text)) {
            found.add(refusal(at, tag, tag, text));
        }
        for (var child : element.elements()) {
            if (ModelSpaces.DIAGRAM.equals(child.getUri())) {
                visitDrawing(child, at.within(child), found);
            } else {
                visit(child, at, found);
            }
        }
    }

    private ModelFinding refusal(Named at, String where, String what, String value) {
        var place = special.get(where);
        return place == null
                ? at.error("models.finding.attribute", "models.attribute." + what, value)
                : at.error("models.finding.value", "models.attribute." + what, value, place.allowed());
    }

    /** The engine reads where shapes stand, and nothing else of a drawing. */
    private static void visitDrawing(Element element, Named owner, List<ModelFinding> found) {
        var at = owner.within(element);
        if (!DRAWING.contains(element.getUri())) {
            var tag = written(element.getUri(), element.getTagName());
            found.add(at.error("models.finding.drawing", tag));
            return;
        }
        element.elements().forEach(child -> visitDrawing(child, at, found));
    }

    /** Long values and what cannot be seen would hide the rest of the sentence. */
    private static String shown(String text) {
        var visible = UNSEEN.matcher(text).replaceAll(" ").strip();
        return visible.length() > LONGEST_SHOWN ? visible.substring(0, LONGEST_SHOWN) + "…" : visible;
    }

    private boolean attributeAllowed(String tag, String attribute, String value) {
        var rule = special.get(tag + "@" + attribute);
        if (rule != null) {
            return rule.rule().test(value);
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
