package io.shouqi.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Calls into the engine on behalf of somebody outside of it. */
final class Engine {

    private Engine() {}

    /** @throws OptimisticLockingFailureException where somebody else moved the process first; worth a retry */
    static void run(Runnable call) {
        try {
            call.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("the process was moved by somebody else", e);
        }
    }
}
