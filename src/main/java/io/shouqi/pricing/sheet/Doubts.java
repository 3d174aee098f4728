package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Finds what works but is probably not meant: rows that never fire, cases that nothing is said about. */
public final class Doubts {

    private static final long HUNDRED_PERCENT = 100L * (long) Math.pow(10, Case.PERCENT_DECIMALS);

    /**
     * What a table is compared with.
     *
     * @param validFrom the first day it is for
     * @param before rows of the version it takes the place of; none where there is none
     */
    public record Against(LocalDate validFrom, List<SheetRow> before) {}

    private record Placed(SheetRow row, Reach reach) {}

    private final TableForm form;
    private final List<Placed> rows;
    private final Against against;
    private final Checks checks;

    Doubts(TableForm form, List<SheetRow> rows, Against against, Checks checks) {
        this.form = form;
        this.rows =
                rows.stream().map(row -> new Placed(row, Reach.of(row, form))).toList();
        this.against = against;
        this.checks = checks;
    }

    void look() {
        rows.forEach(this::unreachable);
        var items = new LinkedHashMap<List<String>, List<Placed>>();
        rows.forEach(placed -> items.computeIfAbsent(placed.reach().keys(), keys -> new ArrayList<>())
                .add(placed));
        items.values().forEach(this::item);
        missing(items.keySet().stream().toList());
    }

    /** Days before the version and shares above the whole never come. */
    private void unreachable(Placed placed) {
        for (var i = 0; i < form.spans().size(); i++) {
            var span = form.spans().get(i);
            var range = placed.reach().ranges().get(i);
            if (span.measures() == Span.Measure.DAYS
                    && range.highest() < against.validFrom().toEpochDay()) {
                doubt(placed, span.to(), "pricing.doubt.over", against.validFrom());
            }
            if (span.measures() == Span.Measure.PERCENT && range.lowest() > HUNDRED_PERCENT) {
                doubt(placed, span.from(), "pricing.doubt.percent");
            }
        }
    }

    private void item(List<Placed> item) {
        if (!form.narrowing().isEmpty()
                && item.stream().noneMatch(p -> p.reach().isForEverywhere())) {
            var last = form.narrowing().get(form.narrowing().size() - 1);
            doubt(item.get(0), last, "pricing.doubt.somewhere", name(item.get(0)));
        }
        var places = new LinkedHashMap<List<String>, List<Placed>>();
        item.forEach(placed -> places.computeIfAbsent(placed.reach().narrowing(), place -> new ArrayList<>())
                .add(placed));
        places.values().forEach(place -> place(place, item));
    }

    private void place(List<Placed> place, List<Placed> item) {
        for (var i = 0; i < form.spans().size(); i++) {
            if (caught(place, item)) {
                continue;
            }
            var index = i;
            var rising = place.stream()
                    .sorted(Comparator.comparingLong(
                            p -> p.reach().ranges().get(index).lowest()))
                    .toList();
            if (form.spans().get(i).measures() == Span.Measure.DAYS) {
                days(rising, i);
            } else {
                ends(rising, i);
            }
        }
    }

    /** Whether rows for a wider place answer where these do not. */
    private static boolean caught(List<Placed> place, List<Placed> item) {
        var first = place.get(0).reach();
        return item.stream()
                .anyMatch(other ->
                        other.reach().level() > first.level() && other.reach().isAsWideAs(first));
    }

    /** Days between two rows, and days after the last, that no row is for. */
    private void days(List<Placed> rising, int spanIndex) {
        var span = form.spans().get(spanIndex);
        var until = rising.get(0);
        for (var next : rising) {
            if (range(until, spanIndex).leavesGapBefore(range(next, spanIndex))) {
                doubt(next, span.from(), "pricing.doubt.days", name(next), text(until, span.to()));
            }
            if (range(next, spanIndex).highest() > range(until, spanIndex).highest()) {
                until = next;
            }
        }
        if (range(until, spanIndex).highest() < Integer.MAX_VALUE
                && range(until, spanIndex).highest() >= against.validFrom().toEpochDay()) {
            doubt(until, span.to(), "pricing.doubt.ends", name(until), text(until, span.to()));
        }
    }

    private void ends(List<Placed> rising, int spanIndex) {
        var span = form.spans().get(spanIndex);
        var lowest = rising.get(0);
        if (range(lowest, spanIndex).lowest() > 1) {
            doubt(lowest, span.from(), "pricing.doubt.below", name(lowest), text(lowest, span.from()));
        }
        var highest = rising.stream()
                .max(Comparator.comparingLong(p -> range(p, spanIndex).highest()))
                .orElseThrow();
        var most = span.measures() == Span.Measure.PERCENT ? HUNDRED_PERCENT : Long.MAX_VALUE;
        if (range(highest, spanIndex).highest() < most) {
            doubt(highest, span.to(), "pricing.doubt.above", name(highest), text(highest, span.to()));
        }
    }

    /** What the version before answered and this one does not. */
    private void missing(List<List<String>> items) {
        var known = new LinkedHashSet<>(items);
        var gone = new LinkedHashMap<List<String>, Placed>();
        against.before().forEach(row -> {
            var placed = new Placed(row, Reach.of(row, form));
            if (!known.contains(placed.reach().keys())) {
                gone.putIfAbsent(placed.reach().keys(), placed);
            }
        });
        gone.values()
                .forEach(placed -> checks.add(
                        form.cell(HeaderRow.LABEL.number(), form.keys().get(0)),
                        "pricing.doubt.missing",
                        name(placed)));
    }

    private static Range range(Placed placed, int spanIndex) {
        return placed.reach().ranges().get(spanIndex);
    }

    private void doubt(Placed placed, Column<?> column, String code, Object... arguments) {
        checks.add(form.cell(placed.row().number(), column), code, arguments);
    }

    private String name(Placed placed) {
        return String.join(
                " ",
                form.keys().stream()
                        .map(column -> text(placed, column))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String text(Placed placed, Column<?> column) {
        return Objects.requireNonNullElse(placed.row().texts().get(column.label()), "");
    }
}
