package io.shouqi.workflow;

import java.util.List;

/**
 * What would become of the cases that run on one version, were they moved to the new one.
 *
 * @param version the one they run on
 * @param cases how many
 * @param waiting where they wait
 */
public record MigrationOutlook(int version, long cases, List<Waiting> waiting) {

    /**
     * @param element id of the step
     * @param name what the diagram calls it
     * @param cases how many wait there
     * @param moves whether the new version has that step too; cases at one that it has not stay where they are
     */
    public record Waiting(String element, String name, long cases, boolean moves) {}

    public boolean isComplete() {
        return waiting.stream().allMatch(Waiting::moves);
    }
}
