package io.shouqi.pricing.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A column of a decision table: its label for people and its piece of a rule for Drools.
 *
 * @param snippet a constraint on the {@link Case}, where {@code $param} stands for the cell; null for a term, which the
 *     rule hands out when it fires
 */
public record Column<T>(
        String key,
        String label,
        CellKind<T> kind,
        boolean required,
        @Nullable String snippet) {

    public static <T> Column<T> condition(String key, String label, CellKind<T> kind, String snippet) {
        return new Column<>(key, label, kind, false, snippet);
    }

    public static <T> Column<T> term(String key, String label, CellKind<T> kind) {
        return new Column<>(key, label, kind, false, null);
    }

    /** This column, where no row may leave its cell empty. */
    public Column<T> needed() {
        return new Column<>(key, label, kind, true, snippet);
    }

    public boolean isCondition() {
        return snippet != null;
    }

    /** Whether a rule with that code in this column's cell would accept the case; terms accept every case. */
    boolean accepts(Case fact, @Nullable String code) {
        return snippet == null || code == null || Snippet.holds(snippet, fact, code);
    }

    /** What Drools finds above the column's cells: kind, pattern or variable, code. */
    String header(HeaderRow row) {
        return switch (row) {
            case KIND -> isCondition() ? "CONDITION" : "ACTION";
            case PATTERN -> isCondition() ? Case.class.getSimpleName() : RuleCompiler.HITS;
            case SNIPPET -> snippet != null ? snippet : "take(drools.getRule().getName(), \"" + key + "\", \"$param\")";
            case LABEL -> label;
            case TITLE, NOTE, RULE_SET, IMPORT, VARIABLES, RULE_TABLE -> "";
        };
    }
}
