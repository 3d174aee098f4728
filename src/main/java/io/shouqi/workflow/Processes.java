package io.shouqi.workflow;

import java.util.Map;

/** Starts processes and tells them what happened. Every call joins the caller's transaction. */
public interface Processes {

    /**
     * Starts the newest version of a process of that company.
     *
     * @param flags String, Long or Boolean; anything else is refused
     */
    void start(String company, String process, String businessKey, Map<String, Object> flags);

    /** @return false when no instance waits for that message now; the caller looks at the truth again or retries */
    boolean tell(String message, String businessKey);

    /** Whether an instance of that process runs for that key. */
    boolean running(String process, String businessKey);

    /** Whether that instance has work of its own to do before it waits again, such as an asynchronous step. */
    boolean moving(String process, String businessKey);
}
