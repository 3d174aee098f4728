package io.shouqi.workflow;

/**
 * How far the move of cases has come.
 *
 * @param moved cases that run on the new version now
 * @param failed cases that could not be moved yet and need somebody to look; they go on where they were
 * @param staying cases that were left out, since the new version has no such step
 */
public record MigrationProgress(int fromVersion, int toVersion, int cases, int moved, int failed, int staying) {

    public boolean isDone() {
        return moved == cases;
    }
}
