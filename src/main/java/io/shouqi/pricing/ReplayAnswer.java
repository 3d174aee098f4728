package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another version makes of one contract.
 *
 * @param after null where it has no answer
 * @param lines those that change
 */
record ReplayAnswer(Money before, @Nullable Money after, List<ReplayCase.Line> lines) {

    static ReplayAnswer none(Money before) {
        return new ReplayAnswer(before, null, List.of());
    }

    Money moved() {
        return Money.sum(lines.stream().map(line -> line.delta().abs()).toList());
    }

    boolean isChange() {
        return after == null || !lines.isEmpty();
    }

    /** @param row of the sheet */
    record Entry(String code, String payer, Money amount, int row) {

        private List<String> key() {
            return List.of(code, payer);
        }
    }

    /** Line by line; a line that is only in one of the two counts as nothing in the other. */
    static List<ReplayCase.Line> differences(List<Entry> before, int beforeVersion, List<Entry> after) {
        var old = new LinkedHashMap<List<String>, Entry>();
        before.forEach(entry -> old.put(entry.key(), entry));
        var lines = new ArrayList<ReplayCase.Line>();
        for (var entry : after) {
            add(old.remove(entry.key()), beforeVersion, entry, lines);
        }
        old.values().forEach(entry -> add(entry, beforeVersion, null, lines));
        return lines;
    }

    private static void add(@Nullable Entry before, int version, @Nullable Entry after, List<ReplayCase.Line> lines) {
        var was = before == null ? Money.ZERO : before.amount();
        var is = after == null ? Money.ZERO : after.amount();
        if (was.equals(is)) {
            return;
        }
        var named = after == null ? Objects.requireNonNull(before) : after;
        var rows = new ReplayPart.Rows(
                after == null ? null : after.row(), before == null ? 0 : version, before == null ? null : before.row());
        lines.add(new ReplayCase.Line(named.code(), named.payer(), was, is, rows));
    }
}
