package io.shouqi.portal;

import io.shouqi.workflow.ProcessPosition;
import java.util.Set;

/** What the island of a process diagram draws: the model, and ids of the elements it marks. */
public record Diagram(String xml, Set<String> passed, Set<String> current, Set<String> failed) {

    /** Nothing of it is marked. */
    public static Diagram plain(String xml) {
        return new Diagram(xml, Set.of(), Set.of(), Set.of());
    }

    public static Diagram of(ProcessPosition position) {
        return new Diagram(position.diagram(), position.passed(), position.active(), position.failed());
    }
}
