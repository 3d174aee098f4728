package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of one cell by the type of its column. What is not understood is null, never guessed. */
final class Cells {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\"'\\\\`${}<>;=()]{1,60}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,8})?)([%‰]?)");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Cells() {}

    static @Nullable Object read(Column column, String text) {
        return switch (column.type()) {
            case TEXT -> PLAIN.matcher(text).matches() ? text : null;
            case CODE -> CODE.matcher(text).matches() ? text : null;
            case CHOICE -> column.choices().get(text);
            case AMOUNT -> AMOUNT.matcher(text).matches() ? Money.ofYuan(text) : null;
            case RATE -> rate(text);
            case PERCENT -> percent(text);
            case DATE -> date(text);
        };
    }

    private static @Nullable BigDecimal rate(String text) {
        var matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var number = new BigDecimal(matcher.group(1));
        return switch (matcher.group(2)) {
            case "%" -> number.movePointLeft(2);
            case "‰" -> number.movePointLeft(3);
            default -> number;
        };
    }

    private static @Nullable BigDecimal percent(String text) {
        if (!PERCENT.matcher(text).matches()) {
            return null;
        }
        var number = new BigDecimal(text);
        return number.compareTo(HUNDRED) <= 0 ? number : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day as a number that sorts, such as 20240301. */
    static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** A percentage as a whole number of ten-thousandths. */
    static long scaled(BigDecimal percent) {
        return percent.movePointRight(4)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }
}
