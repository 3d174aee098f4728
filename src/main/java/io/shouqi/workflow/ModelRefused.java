package io.shouqi.workflow;

import java.util.List;

/** A process model contains what the product does not run. */
public class ModelRefused extends RuntimeException {

    private final transient List<Violation> violations;

    ModelRefused(List<Violation> violations) {
        super("the process model is refused: " + violations);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * @param element id of the element in the diagram, or its kind where it has none
     * @param what the attribute, child or text that is not allowed
     */
    public record Violation(String element, String what) {}
}
