package io.shouqi.pricing.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a row is meant for.
 *
 * @param keys codes of the key columns
 * @param level place of the first narrowing column that is filled in: 0 is the most special
 * @param narrowing codes of the narrowing columns, "" for any
 * @param ranges one for each span
 */
record Reach(List<String> keys, int level, List<String> narrowing, List<Range> ranges) {

    private static final String ANY = "";

    static Reach of(SheetRow row, TableForm form) {
        var narrowing = codes(form.narrowing(), row);
        var level = 0;
        while (level < narrowing.size() && narrowing.get(level).equals(ANY)) {
            level++;
        }
        return new Reach(
                codes(form.keys(), row),
                level,
                narrowing,
                form.spans().stream()
                        .map(span -> span.covers().apply(row.terms()))
                        .toList());
    }

    private static List<String> codes(List<Column<?>> columns, SheetRow row) {
        return columns.stream()
                .map(column -> Objects.requireNonNullElse(row.terms().code(column), ANY))
                .toList();
    }

    /** Whether some case would find both rows equally special. */
    boolean clashesWith(Reach other) {
        if (!keys.equals(other.keys) || level != other.level) {
            return false;
        }
        for (var i = 0; i < narrowing.size(); i++) {
            var mine = narrowing.get(i);
            var theirs = other.narrowing.get(i);
            if (!mine.equals(ANY) && !theirs.equals(ANY) && !mine.equals(theirs)) {
                return false;
            }
        }
        for (var i = 0; i < ranges.size(); i++) {
            if (!ranges.get(i).meets(other.ranges.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What all steps of one scale along a span have in common: everything else about them. */
    List<Object> scale(int span) {
        var others = new ArrayList<>(ranges);
        others.remove(span);
        return List.of(keys, narrowing, others);
    }

    /** Whether this row holds for every place the other one is for. */
    boolean isAsWideAs(Reach other) {
        for (var i = 0; i < narrowing.size(); i++) {
            if (!narrowing.get(i).equals(ANY) && !narrowing.get(i).equals(other.narrowing.get(i))) {
                return false;
            }
        }
        return keys.equals(other.keys);
    }

    boolean isForEverywhere() {
        return narrowing.stream().allMatch(ANY::equals);
    }
}
