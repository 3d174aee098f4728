package io.shouqi.pricing.sheet;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Two columns that bound one value. The rules compare whole numbers, so that an excluded bound is simply the next number.
 *
 * @param covers the numbers a row is meant for
 * @param countsAbove rows that also count for everything above them, as progressive tiers do
 */
public record Span(
        Column<?> from, Column<?> to, Measure measures, Function<Terms, Range> covers, Predicate<Terms> countsAbove) {

    public enum Measure {
        DAYS,
        AMOUNTS,
        PERCENT
    }

    /** Whether rows side by side are steps of one scale, between which nothing may be missing. */
    boolean tiers() {
        return measures != Measure.DAYS;
    }

    /** Both days included. */
    public static Span days(Column<LocalDate> from, Column<LocalDate> to) {
        return new Span(
                from,
                to,
                Measure.DAYS,
                terms -> new Range(
                        bound(terms.get(from), LocalDate::toEpochDay, Integer.MIN_VALUE),
                        bound(terms.get(to), LocalDate::toEpochDay, Integer.MAX_VALUE)),
                terms -> false);
    }

    /** Above the first, up to and with the second. */
    public static Span amounts(Column<Money> from, Column<Money> to) {
        return amounts(from, to, terms -> false, terms -> false);
    }

    /** @param upward rows whose bounds belong to the next higher row: from the first on, below the second */
    public static Span amounts(
            Column<Money> from, Column<Money> to, Predicate<Terms> upward, Predicate<Terms> countsAbove) {
        return new Span(
                from,
                to,
                Measure.AMOUNTS,
                terms -> {
                    var up = upward.test(terms);
                    return new Range(
                            bound(terms.get(from), m -> up ? m.fen() : m.fen() + 1, 0),
                            bound(terms.get(to), m -> up ? m.fen() - 1 : m.fen(), Long.MAX_VALUE));
                },
                countsAbove);
    }

    /** Above the first, up to and with the second. */
    public static Span percents(Column<BigDecimal> from, Column<BigDecimal> to) {
        return new Span(
                from,
                to,
                Measure.PERCENT,
                terms -> new Range(
                        bound(terms.get(from), p -> scaled(p) + 1, 0),
                        bound(terms.get(to), Span::scaled, Long.MAX_VALUE)),
                terms -> false);
    }

    private static long scaled(BigDecimal percent) {
        return percent.movePointRight(Case.PERCENT_DECIMALS).longValueExact();
    }

    private static <T> long bound(@Nullable T value, Function<T, Long> number, long open) {
        return value == null ? open : number.apply(value);
    }

    /** What stands in the rule for one of the two columns; null where the row is open to that side. */
    @Nullable
    String code(Column<?> column, Terms terms) {
        if (!terms.has(column)) {
            return null;
        }
        var range = covers.apply(terms);
        if (column.equals(from)) {
            return Long.toString(range.lowest());
        }
        return countsAbove.test(terms) ? null : Long.toString(range.highest());
    }

    boolean bounds(Column<?> column) {
        return column.equals(from) || column.equals(to);
    }
}
