package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** The arithmetic of a fee: rows in, one amount out, rounded once. Pure. */
final class Fee {

    private Fee() {}

    /**
     * @param base the price, or the monthly rent of a rental
     * @param bands rows of one fee for one payer that fired, in the order of the sheet
     * @return the row whose band the base lies in and the amount, within its minimum and maximum, HALF_UP to the fen
     */
    static Result of(Money base, List<Row> bands) {
        var top = bands.stream().filter(row -> contains(row, base)).findFirst();
        if (top.isEmpty()) {
            return new Result(bands.get(bands.size() - 1), Money.ZERO, List.of());
        }
        var row = top.get();
        var contributing = "PROGRESSIVE".equals(row.text("mode"))
                ? bands.stream()
                        .filter(b -> "PROGRESSIVE".equals(b.text("mode")))
                        .toList()
                : List.of(row);
        var exact = contributing.stream().map(band -> exact(base, band)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Result(row, limited(row, round(exact)), contributing);
    }

    record Result(Row row, Money amount, List<Row> contributing) {}

    private static BigDecimal exact(Money base, Row band) {
        return switch (band.needed("mode")) {
            case "FIXED" ->
                BigDecimal.valueOf(Objects.requireNonNull(band.money("fixed")).fen());
            case "PROGRESSIVE" -> BigDecimal.valueOf(part(base, band).fen()).multiply(rate(band));
            // months of rent: the base is the rent, the rate the number of months
            default -> BigDecimal.valueOf(base.fen()).multiply(rate(band)).add(fixed(band));
        };
    }

    private static Money part(Money base, Row band) {
        var to = band.money("to");
        var from = Objects.requireNonNullElse(band.money("from"), Money.ZERO);
        return (to == null ? base : base.min(to)).minus(from).max(Money.ZERO);
    }

    private static BigDecimal rate(Row band) {
        return Objects.requireNonNull(band.number("rate"));
    }

    private static BigDecimal fixed(Row band) {
        var fixed = band.money("fixed");
        return fixed == null ? BigDecimal.ZERO : BigDecimal.valueOf(fixed.fen());
    }

    private static Money round(BigDecimal fen) {
        return Money.ofFen(fen.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    static Money limited(Row row, Money amount) {
        var minimum = row.money("minimum");
        var maximum = row.money("maximum");
        var raised = minimum == null ? amount : amount.max(minimum);
        return maximum == null ? raised : raised.min(maximum);
    }

    private static boolean contains(Row row, Money base) {
        var shift = Tables.shift(row);
        var from = row.money("from");
        var to = row.money("to");
        return (from == null || base.fen() > from.fen() - shift) && (to == null || base.fen() <= to.fen() - shift);
    }
}
