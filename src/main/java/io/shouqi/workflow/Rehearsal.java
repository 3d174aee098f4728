package io.shouqi.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a process came that was only played through.
 *
 * @param path what happened, in order
 * @param waiting what has to be chosen for it to go on: one of them
 * @param used how many of the choices were met on the way; the rest did not fit
 */
public record Rehearsal(
        Outcome outcome,
        List<Moment> path,
        List<Waiting> waiting,
        int used,
        @Nullable Trouble trouble) {

    public enum Outcome {
        ENDED,
        WAITING,
        STUCK
    }

    public enum What {
        REACHED,
        /** a flow was taken */
        FLOW,
        SET,
        COMPLETED,
        DUE,
        ARRIVED
    }

    /**
     * @param process key of the process, which may be a called one
     * @param name as the diagram has it; empty where it has none
     * @param type kind of the element, such as {@code userTask}
     * @param flags what was set here
     */
    public record Moment(
            What what, String process, String element, String name, String type, Map<String, String> flags) {}

    /**
     * @param detail the role of a task, when a timer is due, the name of a message, the name of a flag
     * @param flags those that the process reads, with what may be chosen
     * @param values of the flags as they are
     */
    public record Waiting(
            RehearsalChoice.Kind kind,
            String process,
            String element,
            String name,
            String detail,
            List<FlagUse> flags,
            Map<String, String> values) {}

    public enum Why {
        /** it goes round and round without anybody being asked */
        CIRCLES,
        /** no condition of a gateway holds, and no flow is the default */
        NO_WAY,
        /** it waits for what can no longer come, as where parallel ways meet */
        NOBODY_COMES,
        /** a choice belongs to a place that was not reached */
        UNFIT,
        /** anything else, in the engine's words */
        BROKEN
    }

    /** @param element where; empty where it never began */
    public record Trouble(Why why, String element, String name, String detail) {}
}
