package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** Only rows that are equally special about the same keys can clash. */
    private void overlaps() {
        var rivals = new LinkedHashMap<List<Object>, List<Placed>>();
        for (var placed : rows) {
            rivals.computeIfAbsent(List.of(placed.reach().keys(), placed.reach().level()), keys -> new ArrayList<>())
                    .add(placed);
        }
        var found = new ArrayList<Placed[]>();
        rivals.values().forEach(group -> overlaps(group, found));
        found.sort(Comparator.comparingInt((Placed[] pair) -> pair[0].row().number())
                .thenComparingInt(pair -> pair[1].row().number()));
        var first = form.columns().get(0);
        for (var pair : found) {
            checks.add(cell(pair[1], first), "pricing.row.overlap", cell(pair[0], first), cell(pair[1], first));
        }
    }

    private static void overlaps(List<Placed> rivals, List<Placed[]> found) {
        for (var i = 0; i < rivals.size(); i++) {
            for (var j = i + 1; j < rivals.size(); j++) {
                if (rivals.get(i).reach().clashesWith(rivals.get(j).reach())) {
                    found.add(new Placed[] {rivals.get(i), rivals.get(j)});
                    if (found.size() >= SheetReview.MOST_MISTAKES) {
                        return;
                    }
                }
            }
        }
    }

    private void scales(int spanIndex) {
        var span = form.spans().get(spanIndex);
        var scales = new LinkedHashMap<List<Object>, List<Placed>>();
        for (var placed : rows) {
            scales.computeIfAbsent(placed.reach().scale(spanIndex), s -> new ArrayList<>())
                    .add(placed);
        }
        for (var scale : scales.values()) {
            scale.sort(Comparator.comparingLong(
                    p -> p.reach().ranges().get(spanIndex).lowest()));
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
