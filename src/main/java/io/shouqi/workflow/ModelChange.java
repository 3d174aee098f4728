package io.shouqi.workflow;

/**
 * One element that differs between two versions of a process.
 *
 * @param element its id
 * @param name what the later version calls it; the earlier one where it is gone
 * @param tag what it is, such as userTask
 * @param before its earlier name, where that is what changed; otherwise the same as {@code name}
 */
public record ModelChange(Kind kind, String element, String name, String tag, String before) {

    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public boolean isRenamed() {
        return kind == Kind.CHANGED && !name.equals(before);
    }
}
