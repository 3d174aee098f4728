package io.shouqi.workflow;

import org.jspecify.annotations.Nullable;

/** Where a process stands when it calls a step. Flags route the process; money and facts stay in the tables. */
public interface Step {

    /** The business number the process instance works for. */
    String businessKey();

    @Nullable
    String flag(String name);

    void set(String name, String value);

    void set(String name, long value);

    void set(String name, boolean value);
}
