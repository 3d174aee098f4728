package io.shouqi.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** The elements of a model by what they are, and which leads to which. */
final class ModelGraph {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "serviceTask",
            "userTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    /** Where a process rests until somebody or something moves it. */
    private static final Set<String> RESTS =
            Set.of("userTask", "callActivity", "intermediateCatchEvent", "boundaryEvent", "eventBasedGateway");

    private final List<Element> all = new ArrayList<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();

    /** @param parent the process or subprocess it stands in */
    record Node(String id, String kind, Element element, Element parent) {

        String name() {
            return called(element);
        }

        boolean is(String kind) {
            return this.kind.equals(kind);
        }

        boolean rests() {
            return RESTS.contains(kind)
                    || (is("subProcess")
                            && element.elements().stream().anyMatch(part -> RESTS.contains(part.getTagName())));
        }

        Optional<String> camunda(String attribute) {
            return text(element.attribute(ModelSpaces.CAMUNDA + ":" + attribute));
        }

        Optional<String> own(String attribute) {
            return text(element.attribute(attribute));
        }

        boolean hasEventDefinition() {
            return element.elements().stream()
                    .anyMatch(part -> part.getTagName().endsWith("EventDefinition"));
        }
    }

    record Flow(String id, String from, String to, Element element) {

        boolean hasCondition() {
            return element.elements().stream().anyMatch(part -> isModel(part, "conditionExpression"));
        }
    }

    ModelGraph(Element root) {
        collect(root, root);
    }

    private void collect(Element element, Element parent) {
        all.add(element);
        var id = element.attribute("id");
        if (id != null && ModelSpaces.BPMN.equals(element.getUri())) {
            if (NODES.contains(element.getTagName())) {
                nodes.putIfAbsent(id, new Node(id, element.getTagName(), element, parent));
            } else if (isModel(element, "sequenceFlow")) {
                flows.add(new Flow(id, of(element, "sourceRef"), of(element, "targetRef"), element));
            }
        }
        element.elements().forEach(child -> collect(child, element));
    }

    List<Element> all() {
        return all;
    }

    List<Element> processes() {
        return all.stream().filter(element -> isModel(element, "process")).toList();
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Node> nodes(String kind) {
        return nodes.values().stream().filter(node -> node.is(kind)).toList();
    }

    List<Flow> flows() {
        return flows;
    }

    List<Flow> from(Node node) {
        return flows.stream().filter(flow -> flow.from().equals(node.id())).toList();
    }

    boolean isReached(Node node) {
        return flows.stream().anyMatch(flow -> flow.to().equals(node.id()));
    }

    boolean knows(String node) {
        return nodes.containsKey(node);
    }

    /** Nodes at which a way that never rests comes back to itself; an engine that enters it never returns. */
    List<Node> spinning() {
        var found = new ArrayList<Node>();
        var visits = new HashMap<String, Visit>();
        nodes.values().forEach(node -> follow(node, visits, found));
        return found;
    }

    private enum Visit {
        UNDER_WAY,
        DONE
    }

    private void follow(Node node, Map<String, Visit> visits, List<Node> found) {
        if (node.rests() || visits.get(node.id()) == Visit.DONE) {
            return;
        }
        if (visits.put(node.id(), Visit.UNDER_WAY) == Visit.UNDER_WAY) {
            found.add(node);
            return;
        }
        for (var flow : from(node)) {
            var next = nodes.get(flow.to());
            if (next != null) {
                follow(next, visits, found);
            }
        }
        visits.put(node.id(), Visit.DONE);
    }

    /** What the diagram calls the element of that id. */
    String nameOf(String id) {
        return all.stream()
                .filter(element -> id.equals(element.attribute("id")))
                .map(ModelGraph::called)
                .findFirst()
                .orElse(id);
    }

    static boolean isModel(Element element, String tag) {
        return ModelSpaces.BPMN.equals(element.getUri()) && tag.equals(element.getTagName());
    }

    static Optional<String> camunda(Element element, String attribute) {
        return text(element.attribute(ModelSpaces.CAMUNDA + ":" + attribute));
    }

    /** What the diagram calls it. */
    static String called(Element element) {
        return text(element.attribute("name"))
                .or(() -> text(element.attribute("id")))
                .orElse(element.getTagName())
                .replaceAll("\\s+", "");
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static String of(Element element, String attribute) {
        return Objects.requireNonNullElse(element.attribute(attribute), "");
    }
}
