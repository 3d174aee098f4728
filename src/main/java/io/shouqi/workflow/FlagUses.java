package io.shouqi.workflow;

import io.shouqi.identity.Role;
import io.shouqi.workflow.FlagUse.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The flags that a process reads, by the places where {@link ModelRules} lets it read them. */
final class FlagUses {

    private static final Pattern FLAG = Pattern.compile("\\$\\{\\s*!?\\s*(\\w+)\\s*}");
    private static final Pattern COMPARED = Pattern.compile("\\$\\{\\s*(\\w+)\\s*[!=]=\\s*(?:'([^']*)'|(\\d+))\\s*}");
    private static final Pattern JOINED = Pattern.compile("\\$\\{numbers\\.of\\((\\w+)\\)}");

    private final Map<String, FlagUse> found = new TreeMap<>();

    private FlagUses() {}

    /** By name. */
    static Map<String, FlagUse> of(BpmnModelInstance model) {
        var uses = new FlagUses();
        texts(model, ConditionExpression.class).forEach(uses::condition);
        Stream.concat(texts(model, TimeDate.class), texts(model, TimeDuration.class))
                .forEach(text -> uses.flag(text, Kind.TIME));
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> uses.flag(task.getCamundaCandidateGroups(), Kind.ROLE));
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> uses.numbers(loop.getCamundaCollection()));
        model.getModelElementsByType(CamundaIn.class).forEach(handed -> {
            uses.flag(handed.getCamundaBusinessKey(), Kind.TEXT);
            uses.flag(handed.getCamundaSource() == null ? null : "${" + handed.getCamundaSource() + "}", Kind.TEXT);
        });
        return uses.found;
    }

    private static <T extends ModelElementInstance> Stream<String> texts(BpmnModelInstance model, Class<T> kind) {
        return model.getModelElementsByType(kind).stream()
                .map(ModelElementInstance::getTextContent)
                .map(String::strip);
    }

    private void condition(String text) {
        var compared = COMPARED.matcher(text);
        if (!compared.matches()) {
            flag(text, Kind.YES_NO);
        } else if (compared.group(2) != null) {
            add(compared.group(1), Kind.CHOICE, List.of(compared.group(2)));
        } else {
            add(compared.group(1), Kind.NUMBER, List.of(compared.group(3)));
        }
    }

    private void flag(@Nullable String text, Kind kind) {
        var flag = FLAG.matcher(text == null ? "" : text);
        if (flag.matches()) {
            var roles = Arrays.stream(Role.values()).map(Role::name).toList();
            add(flag.group(1), kind, kind == Kind.ROLE ? roles : List.of());
        }
    }

    private void numbers(@Nullable String text) {
        var joined = JOINED.matcher(text == null ? "" : text);
        if (joined.matches()) {
            add(joined.group(1), Kind.NUMBERS, List.of());
        }
    }

    /** What is merely handed on says least of a flag. */
    private void add(String name, Kind kind, List<String> options) {
        found.merge(name, new FlagUse(name, kind, options), (before, now) -> {
            if (before.kind() == now.kind()) {
                var all = new TreeSet<>(before.options());
                all.addAll(now.options());
                return new FlagUse(name, kind, List.copyOf(all));
            }
            return before.kind() == Kind.TEXT ? now : before;
        });
    }
}
