package io.shouqi.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request one by one and remembers everything that is wrong, so that the caller hears of all of
 * it at once. A reader returns null where the field was missing or wrong; {@link #refuse} ends the reading.
 */
public final class Checks {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,7}(\\.\\d{1,4})?");
    /** What cannot be seen: control characters, empty spaces, marks that turn the direction of a line. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]");

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String code, Object... arguments) {
        errors.add(FieldError.of(field, code, arguments));
    }

    /** What was wrong so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** @throws Refusal naming every field that was wrong */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    public @Nullable String required(String field, @Nullable String text, int maxLength) {
        if (text == null || text.isBlank()) {
            add(field, "field.required");
            return null;
        }
        return optional(field, text, maxLength);
    }

    public @Nullable String optional(String field, @Nullable String text, int maxLength) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > maxLength) {
            add(field, "field.tooLong", maxLength);
            return null;
        }
        if (CONTROL.matcher(stripped).find()) {
            add(field, "field.control");
            return null;
        }
        return stripped;
    }

    /** An amount in yuan above zero, such as "25000.00". */
    public @Nullable Money amount(String field, @Nullable String yuan) {
        var text = required(field, yuan, 24);
        if (text == null) {
            return null;
        }
        try {
            var money = Money.ofYuan(text);
            if (money.isPositive()) {
                return money;
            }
            add(field, "field.amount.positive");
        } catch (IllegalArgumentException e) {
            add(field, "field.amount");
        }
        return null;
    }

    /** A day that exists, such as "2024-03-01". */
    public @Nullable LocalDate date(String field, @Nullable String iso) {
        var text = required(field, iso, 10);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            add(field, "field.date");
            return null;
        }
    }

    /** @return null also where nothing was given */
    public @Nullable LocalDate optionalDate(String field, @Nullable String iso) {
        return iso == null || iso.isBlank() ? null : date(field, iso);
    }

    /** @param code of the refusal where the first day comes after the last */
    public void inOrder(String field, @Nullable LocalDate first, @Nullable LocalDate last, String code) {
        if (first != null && last != null && first.isAfter(last)) {
            add(field, code);
        }
    }

    public @Nullable BigDecimal decimal(String field, @Nullable String number) {
        var text = required(field, number, 24);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            add(field, "field.decimal");
            return null;
        }
        return new BigDecimal(text);
    }

    /** @return null also where nothing was given */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String field, Class<E> type, @Nullable String name) {
        return name == null || name.isBlank() ? null : oneOf(field, type, name);
    }

    public <E extends Enum<E>> @Nullable E oneOf(String field, Class<E> type, @Nullable String name) {
        var text = required(field, name, 60);
        if (text == null) {
            return null;
        }
        var values = type.getEnumConstants();
        for (var value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        add(
                field,
                "field.oneOf",
                String.join(", ", Arrays.stream(values).map(Enum::name).toList()));
        return null;
    }
}
