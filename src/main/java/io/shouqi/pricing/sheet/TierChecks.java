package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Finds rows that contradict each other and scales with a step missing. Drools itself would let both rows fire. */
final class TierChecks {

    private record Placed(SheetRow row, Reach reach) {}

    private final TableForm form;
    private final List<Placed> rows;
    private final Checks checks;

    private TierChecks(TableForm form, List<SheetRow> rows, Checks checks) {
        this.form = form;
        this.rows =
                rows.stream().map(row -> new Placed(row, Reach.of(row, form))).toList();
        this.checks = checks;
    }

    static void check(TableForm form, List<SheetRow> rows, Checks checks) {
        var all = new TierChecks(form, rows, checks);
        var sound = all.bounds();
        all.overlaps();
        if (sound) {
            for (var i = 0; i < form.spans().size(); i++) {
                if (form.spans().get(i).tiers()) {
                    all.scales(i);
                }
            }
        }
    }

    /** @return whether every row's lower bounds are below its upper ones */
    private boolean bounds() {
        var sound = true;
        for (var placed : rows) {
            for (var i = 0; i < form.spans().size(); i++) {
                if (placed.reach().ranges().get(i).isEmpty()) {
                    sound = false;
                    checks.add(cell(placed, form.spans().get(i).to()), "pricing.cell.bounds");
                }
            }
        }
        return sound;
    }

    private void overlaps() {
        for (var i = 0; i < rows.size(); i++) {
            for (var j = i + 1; j < rows.size(); j++) {
                if (rows.get(i).reach().clashesWith(rows.get(j).reach())) {
                    var first = form.columns().get(0);
                    checks.add(
                            cell(rows.get(j), first),
                            "pricing.row.overlap",
                            cell(rows.get(i), first),
                            cell(rows.get(j), first));
                }
            }
        }
    }

    private void scales(int spanIndex) {
        var span = form.spans().get(spanIndex);
        var seen = new HashSet<Placed>();
        for (var placed : rows) {
            if (seen.contains(placed)) {
                continue;
            }
            var scale = rows.stream()
                    .filter(other -> other.reach().sharesScale(placed.reach(), spanIndex))
                    .sorted(Comparator.comparingLong(
                            p -> p.reach().ranges().get(spanIndex).lowest()))
                    .toList();
            seen.addAll(scale);
            steps(scale, span, spanIndex);
        }
    }

    private void steps(List<Placed> scale, Span span, int spanIndex) {
        var counting = scale.stream()
                .filter(p -> span.countsAbove().test(p.row().terms()))
                .count();
        for (var i = 0; i < scale.size(); i++) {
            var step = scale.get(i);
            var range = step.reach().ranges().get(spanIndex);
            if (counting != 0 && counting != scale.size()) {
                checks.add(cell(step, span.from()), "pricing.row.mixed");
                return;
            }
            if (i + 1 < scale.size()
                    && range.leavesGapBefore(scale.get(i + 1).reach().ranges().get(spanIndex))) {
                checks.add(
                        cell(scale.get(i + 1), span.from()),
                        "pricing.row.gap",
                        cell(step, span.to()),
                        cell(scale.get(i + 1), span.from()));
            }
            if (i + 1 == scale.size() && counting != 0 && !range.isOpenAbove()) {
                checks.add(cell(step, span.to()), "pricing.row.open");
            }
        }
    }

    private String cell(Placed placed, Column<?> column) {
        return form.cell(placed.row().number(), column);
    }
}
