package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Calls into the engine on behalf of somebody outside of it, who knows the product's exceptions and not the engine's. */
final class Engine {

    private Engine() {}

    /** @throws ConcurrencyFailureException where somebody else moved the process first; worth a retry */
    static void run(Runnable call) {
        ask(() -> {
            call.run();
            return true;
        });
    }

    static <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("the process was moved by somebody else", e);
        } catch (ProcessEngineException e) {
            throw meant(e);
        }
    }

    /** The engine wraps what listeners throw; a refusal or a clash below is what the caller has to hear. */
    private static RuntimeException meant(ProcessEngineException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof ConcurrencyFailureException clash) {
                return clash;
            }
        }
        return wrapped;
    }
}
