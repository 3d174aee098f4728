package io.shouqi.workflow;

import io.shouqi.workflow.Rehearsal.Moment;
import io.shouqi.workflow.Rehearsal.What;
import io.shouqi.workflow.RehearsalChoice.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal under way on this thread. Where one is, no step runs and no task is listed: what they would set is taken
 * from the choices, and where there is none left the rehearsal stops.
 */
final class Rehearsing {

    private static final ThreadLocal<@Nullable Rehearsing> CURRENT = new ThreadLocal<>();

    private static final int MOST_FLOWS = 1_000;

    private final Deque<RehearsalChoice> choices;
    private final RehearsalPace pace;
    private final List<Moment> path = new ArrayList<>();
    private int flows;
    private @Nullable Pause pause;

    /**
     * Where somebody has to choose first.
     *
     * @param definition id of the process definition
     * @param detail the flag that is missing
     */
    record Pause(Kind kind, String definition, Moment at, String detail, Map<String, String> values) {}

    /** Leaves the engine; what it did so far is thrown away with the transaction. */
    private static final class Stopped extends RuntimeException {

        Stopped(String why) {
            super(why, null, false, false);
        }
    }

    static final class Circles extends RuntimeException {

        Circles() {
            super("more than " + MOST_FLOWS + " flows", null, false, false);
        }
    }

    Rehearsing(List<RehearsalChoice> choices, RehearsalPace pace) {
        this.choices = new ArrayDeque<>(choices);
        this.pace = pace;
    }

    static @Nullable Rehearsing current() {
        return CURRENT.get();
    }

    <T> T during(Supplier<T> play) {
        CURRENT.set(this);
        try {
            return play.get();
        } finally {
            CURRENT.remove();
        }
    }

    List<Moment> path() {
        return path;
    }

    @Nullable
    Pause pause() {
        return pause;
    }

    int left() {
        return choices.size();
    }

    @Nullable
    RehearsalChoice next() {
        return choices.poll();
    }

    /** Instead of the step that a module offers. */
    void step(ExecutionEntity at) {
        var choice = choices.peek();
        if (choice != null && choice.is(Kind.STEP, at.getActivityId())) {
            choices.remove();
            set(at, choice);
        } else if (choice == null && pace == RehearsalPace.EVERY_STEP) {
            throw stop(Kind.STEP, at, "");
        }
    }

    /** A flag is read that nobody has set. */
    Object missing(VariableScope scope, String name) {
        var at = scope instanceof TaskEntity task ? task.getExecution() : (ExecutionEntity) scope;
        var choice = choices.peek();
        if (choice == null
                || !choice.is(Kind.FLAG, at.getActivityId())
                || !choice.flags().containsKey(name)) {
            throw stop(Kind.FLAG, at, name);
        }
        choices.remove();
        set(at, choice);
        return at.getVariable(name);
    }

    private void set(ExecutionEntity at, RehearsalChoice choice) {
        at.setVariables(choice.values());
        if (!choice.flags().isEmpty()) {
            path.add(moment(What.SET, at, choice.flags()));
        }
    }

    private Stopped stop(Kind kind, ExecutionEntity at, String detail) {
        pause = new Pause(
                kind,
                at.getProcessDefinitionId(),
                moment(What.REACHED, at, Map.of()),
                detail,
                texts(at.getVariables()));
        return new Stopped("a rehearsal has to choose at " + at.getActivityId());
    }

    /** A way begins. */
    void begun(ExecutionEntity at) {
        path.add(moment(What.REACHED, at, Map.of()));
    }

    /** A flow is taken. */
    void taken(ExecutionEntity at) {
        if (++flows > MOST_FLOWS) {
            throw new Circles();
        }
        var flow = at.getTransition();
        var process = at.getProcessDefinition().getKey();
        path.add(
                new Moment(What.FLOW, process, flow.getId(), text(flow.getProperty("name")), "sequenceFlow", Map.of()));
        path.add(moment(What.REACHED, process, flow.getDestination(), Map.of()));
    }

    void note(Moment moment) {
        path.add(moment);
    }

    private static Moment moment(What what, ExecutionEntity at, Map<String, String> flags) {
        return moment(what, at.getProcessDefinition().getKey(), at.getActivity(), flags);
    }

    static Moment moment(What what, String process, PvmActivity activity, Map<String, String> flags) {
        return new Moment(
                what,
                process,
                activity.getId(),
                text(activity.getProperty("name")),
                text(activity.getProperty("type")),
                flags);
    }

    static Map<String, String> texts(Map<String, Object> flags) {
        var texts = new TreeMap<String, String>();
        flags.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    /** Names break over lines in a diagram. */
    private static String text(@Nullable Object value) {
        return Objects.toString(value, "").replaceAll("\\s*\\n\\s*", "");
    }
}
