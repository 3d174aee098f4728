package io.shouqi.workflow;

import java.util.List;

/** A process model contains what the product does not run. */
public class ModelRefused extends RuntimeException {

    private final transient List<ModelFinding> findings;

    ModelRefused(List<ModelFinding> findings) {
        super("the process model is refused: " + findings);
        this.findings = List.copyOf(findings);
    }

    public List<ModelFinding> findings() {
        return findings;
    }
}
