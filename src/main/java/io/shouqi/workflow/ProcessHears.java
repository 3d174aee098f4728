package io.shouqi.workflow;

import io.shouqi.outbox.NotYet;
import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.outbox.OutboxEvent;
import java.util.function.Function;

/**
 * Tells a process of an event as the message of the event's name. An event that finds the process busy comes again; a
 * process that rests elsewhere has looked at the truth by itself.
 *
 * @param process key of the process in the diagram
 * @param businessKey the business key of the instance that an event is for
 */
public record ProcessHears<E extends OutboxEvent>(
        Class<E> type, String process, Function<E, String> businessKey, Processes processes)
        implements OutboxConsumer<E> {

    @Override
    public String name() {
        return process + "-" + type.getSimpleName();
    }

    @Override
    public void accept(E event) {
        var key = businessKey.apply(event);
        if (!processes.tell(type.getSimpleName(), key) && processes.moving(process, key)) {
            throw new NotYet("the process of " + key + " does not wait yet");
        }
    }
}
