package io.shouqi.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** A step's view of the engine's execution. */
record ExecutionStep(DelegateExecution execution) implements Step {

    @Override
    public String businessKey() {
        return execution.getProcessBusinessKey();
    }

    @Override
    public @Nullable String flag(String name) {
        var value = execution.getVariable(name);
        return value == null ? null : value.toString();
    }

    @Override
    public void set(String name, String value) {
        execution.setVariable(name, value);
    }

    @Override
    public void set(String name, long value) {
        execution.setVariable(name, value);
    }

    @Override
    public void set(String name, boolean value) {
        execution.setVariable(name, value);
    }
}
