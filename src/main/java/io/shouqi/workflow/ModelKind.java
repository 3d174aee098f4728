package io.shouqi.workflow;

/** What people may change by themselves. */
public enum ModelKind {
    PROCESS(".bpmn"),
    FORM(".form");

    private final String ending;

    ModelKind(String ending) {
        this.ending = ending;
    }

    /** Name of the file that holds it. */
    public String file(String key) {
        return key + ending;
    }
}
