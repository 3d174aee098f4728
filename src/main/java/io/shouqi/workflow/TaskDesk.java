package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work behind a user task, implemented by the module that owns it. One desk a task definition, found by {@link
 * #task()}.
 */
public interface TaskDesk {

    /** Id of the user task in the diagram, such as {@code userTask_approveException}. */
    String task();

    /** What the task list shows, and the data the form is filled with. */
    TaskFacts facts(String businessKey);

    /**
     * Why this person may not do the work although the role fits, such as four eyes: shown instead of the form.
     *
     * @return a message code, or empty
     */
    default Optional<String> objection(String businessKey, Actor actor) {
        return Optional.empty();
    }

    /**
     * The answers that say yes, for kinds of which several may be approved with one decision.
     *
     * @param comment the same for all of them; null for none
     * @return empty where each task must be looked at by itself
     */
    default Optional<Map<String, Object>> approval(@Nullable String comment) {
        return Optional.empty();
    }

    /**
     * Does the domain's part of the completion, after checking the answers again; the form's rules only ran in a
     * browser. Runs in the transaction that completes the task.
     *
     * @return routing flags for the process: String, Long or Boolean
     * @throws io.shouqi.shared.Refusal naming the fields that are wrong; nothing is completed then
     */
    Map<String, Object> complete(String businessKey, Actor actor, Map<String, Object> answers);
}
