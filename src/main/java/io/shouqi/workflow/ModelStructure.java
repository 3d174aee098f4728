package io.shouqi.workflow;

import static io.shouqi.workflow.ModelFinding.error;
import static io.shouqi.workflow.ModelFinding.warning;

import io.shouqi.workflow.ModelGraph.Flow;
import io.shouqi.workflow.ModelGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Whether a model that consists of allowed parts makes a process that the product can run. */
final class ModelStructure {

    private static final Pattern DAYS = Pattern.compile("P?\\d{1,5}D?");

    private final String key;
    private final Known known;
    private final ModelGraph graph;
    private final List<ModelFinding> found = new ArrayList<>();

    /**
     * What a model may refer to.
     *
     * @param processes keys of the company's processes
     * @param forms whether the company has that form
     * @param desks whether a module does the work behind that user task
     */
    record Known(Set<String> processes, Predicate<String> forms, Predicate<String> desks) {}

    private ModelStructure(String key, Known known, ModelGraph graph) {
        this.key = key;
        this.known = known;
        this.graph = graph;
    }

    static List<ModelFinding> findings(String key, Known known, Element root) {
        var structure = new ModelStructure(key, known, new ModelGraph(root));
        structure.check();
        return structure.found;
    }

    private void check() {
        var processes = graph.processes();
        if (processes.size() == 1) {
            checkProcess(processes.get(0));
        } else {
            found.add(error("", "", "models.finding.processes", Integer.toString(processes.size())));
        }
        checkIds();
        graph.flows().forEach(this::checkFlow);
        graph.nodes("userTask").forEach(this::checkUserTask);
        graph.nodes("serviceTask").stream()
                .filter(task -> task.camunda("delegateExpression").isEmpty())
                .forEach(task -> add(task, "models.finding.noStep"));
        graph.nodes("callActivity").forEach(this::checkCall);
        graph.nodes("exclusiveGateway").forEach(this::checkGateway);
        graph.spinning().forEach(node -> add(node, "models.finding.spins"));
        graph.nodes().forEach(this::checkWay);
    }

    private void checkProcess(Element process) {
        var id = Objects.requireNonNullElse(process.attribute("id"), "");
        var name = ModelGraph.called(process);
        if (!id.equals(key)) {
            found.add(error(id, name, "models.finding.key", id, key));
        }
        if (!"true".equals(process.attribute("isExecutable"))) {
            found.add(error(id, name, "models.finding.notExecutable"));
        }
        var days = ModelGraph.camunda(process, "historyTimeToLive");
        if (days.filter(DAYS.asMatchPredicate()).isEmpty()) {
            found.add(error(id, name, "models.finding.noHistory"));
        }
        var starts = graph.nodes("startEvent").stream()
                .filter(start -> start.parent() == process)
                .toList();
        if (starts.size() != 1) {
            found.add(error(id, name, "models.finding.starts", Integer.toString(starts.size())));
        }
        starts.stream().filter(Node::hasEventDefinition).forEach(start -> add(start, "models.finding.startsItself"));
    }

    private void checkIds() {
        var ids = new HashSet<String>();
        for (var element : graph.all()) {
            var id = element.attribute("id");
            if (id != null && !ids.add(id)) {
                found.add(error(id, ModelGraph.called(element), "models.finding.duplicate", id));
            }
        }
    }

    private void checkFlow(Flow flow) {
        if (!graph.knows(flow.from()) || !graph.knows(flow.to())) {
            found.add(error(flow.id(), ModelGraph.called(flow.element()), "models.finding.flow"));
        }
    }

    private void checkUserTask(Node task) {
        if (task.camunda("candidateGroups").isEmpty()) {
            add(task, "models.finding.noRole", "models.allowed.role");
        }
        var form = task.camunda("formRef");
        if (form.isEmpty()) {
            add(task, "models.finding.noForm");
        } else if (form.filter(known.forms()).isEmpty()) {
            add(task, "models.finding.unknownForm", form.get());
        } else if (task.camunda("formRefBinding").isEmpty()) {
            add(task, "models.finding.formBinding");
        }
        if (!known.desks().test(task.id())) {
            add(task, "models.finding.noDesk", task.id());
        }
        if (task.own("name").isEmpty()) {
            found.add(warning(task.id(), task.name(), "models.finding.noName"));
        }
    }

    private void checkCall(Node call) {
        var called = call.own("calledElement").orElse("");
        if (called.equals(key)) {
            add(call, "models.finding.callsItself");
        } else if (!known.processes().contains(called)) {
            add(call, "models.finding.unknownProcess", called, String.join("、", known.processes()));
        }
    }

    private void checkGateway(Node gateway) {
        var ways = graph.from(gateway);
        var otherwise = gateway.own("default").orElse("");
        if (ways.size() > 1) {
            ways.stream()
                    .filter(flow -> !flow.hasCondition() && !flow.id().equals(otherwise))
                    .forEach(flow -> found.add(error(
                            flow.id(),
                            ModelGraph.called(flow.element()),
                            "models.finding.noCondition",
                            gateway.name())));
        }
    }

    private void checkWay(Node node) {
        var beginsByItself = node.is("startEvent")
                || node.is("boundaryEvent")
                || node.own("triggeredByEvent").isPresent();
        if (!beginsByItself && !graph.isReached(node)) {
            found.add(warning(node.id(), node.name(), "models.finding.unreached"));
        }
        if (!node.is("endEvent")
                && node.own("triggeredByEvent").isEmpty()
                && graph.from(node).isEmpty()) {
            found.add(warning(node.id(), node.name(), "models.finding.deadEnd"));
        }
    }

    private void add(Node node, String code, String... arguments) {
        found.add(error(node.id(), node.name(), code, arguments));
    }
}
