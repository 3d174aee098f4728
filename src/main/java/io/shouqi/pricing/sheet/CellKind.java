package io.shouqi.pricing.sheet;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column may hold. Cell text becomes code of a rule, so a kind admits only what it knows: it turns
 * the text into the canonical code that stands in the rule, or refuses it.
 */
public final class CellKind<T> {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Words for people, without quotes, backslashes, braces, semicolons, line breaks. */
    public static final CellKind<String> TEXT =
            words("pricing.cell.text", matching("[\\p{L}\\p{N} _\\-·/（）()、，。.%‰&+:：~～]{1,60}"), code -> code);

    /** A name for machines, such as COMMISSION. */
    public static final CellKind<String> CODE =
            words("pricing.cell.code", matching("[A-Z][A-Z0-9_]{0,39}"), code -> code);

    public static final CellKind<String> STORE =
            words("pricing.cell.store", matching("[A-Za-z0-9_\\-]{1,40}"), code -> code);

    /** Yuan without separators; fen in the rule. */
    public static final CellKind<Money> MONEY =
            figures("pricing.cell.money", CellKind::fen, code -> Money.ofFen(Long.parseLong(code)));

    /** A day; days since 1970-01-01 in the rule. */
    public static final CellKind<LocalDate> DATE =
            figures("pricing.cell.date", CellKind::epochDay, code -> LocalDate.ofEpochDay(Long.parseLong(code)));

    /** "2.2%" or "5‰" as a factor: 0.022, 0.005. */
    public static final CellKind<BigDecimal> RATE = figures("pricing.cell.rate", CellKind::factor, BigDecimal::new);

    /** "35%" as the number 35, at most 100. */
    public static final CellKind<BigDecimal> PERCENT =
            figures("pricing.cell.percent", CellKind::percentage, BigDecimal::new);

    private final String refusal;
    private final Function<String, @Nullable String> coding;
    private final Function<String, T> decoding;
    private final List<String> choices;
    private final Look look;

    /** How people expect to see it. */
    enum Look {
        WORDS,
        FIGURES
    }

    private CellKind(
            String refusal,
            Function<String, @Nullable String> coding,
            Function<String, T> decoding,
            List<String> choices,
            Look look) {
        this.refusal = refusal;
        this.coding = coding;
        this.decoding = decoding;
        this.choices = choices;
        this.look = look;
    }

    private static <T> CellKind<T> words(
            String refusal, Function<String, @Nullable String> coding, Function<String, T> decoding) {
        return new CellKind<>(refusal, coding, decoding, List.of(), Look.WORDS);
    }

    /**
     * A number with or without a sign.
     *
     * @param refusal code of the message for text that does not fit
     * @param coding text in half-width characters to code, null where it does not fit; the code must be harmless
     *     between quotes
     */
    public static <T> CellKind<T> figures(
            String refusal, Function<String, @Nullable String> coding, Function<String, T> decoding) {
        return new CellKind<>(refusal, text -> coding.apply(halfWidth(text)), decoding, List.of(), Look.FIGURES);
    }

    /** A drop-down of labels; the rule holds the constant's name. */
    public static <E extends Enum<E>> CellKind<E> choice(Class<E> type, Function<E, String> label) {
        var codes = new HashMap<String, String>();
        var choices = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            codes.put(label.apply(constant), constant.name());
            choices.add(label.apply(constant));
        }
        return new CellKind<>(
                "field.oneOf", codes::get, code -> Enum.valueOf(type, code), List.copyOf(choices), Look.WORDS);
    }

    /** @return what stands in the rule, or null where the text is not of this kind */
    public @Nullable String code(String text) {
        return coding.apply(text);
    }

    T value(String code) {
        return decoding.apply(code);
    }

    /** Code of the message for what does not fit, which also tells what would. */
    public String refusal() {
        return refusal;
    }

    /** Labels of a drop-down; empty for other kinds. */
    public List<String> choices() {
        return choices;
    }

    public boolean isFigures() {
        return look == Look.FIGURES;
    }

    private static Function<String, @Nullable String> matching(String shape) {
        var pattern = Pattern.compile(shape);
        return text -> pattern.matcher(text).matches() ? text : null;
    }

    private static @Nullable String fen(String yuan) {
        return yuan.matches("\\d{1,12}(\\.\\d{1,2})?")
                ? Long.toString(Money.ofYuan(yuan).fen())
                : null;
    }

    private static @Nullable String epochDay(String text) {
        try {
            return Long.toString(LocalDate.parse(text, ISO).toEpochDay());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** "2.2%" to "0.022"; null for anything else. */
    public static @Nullable String factor(String rate) {
        if (!rate.matches("\\d{1,4}(\\.\\d{1,8})?[%‰]")) {
            return null;
        }
        var number = new BigDecimal(rate.substring(0, rate.length() - 1));
        return plain(number.movePointLeft(rate.endsWith("%") ? 2 : 3));
    }

    private static @Nullable String percentage(String text) {
        var factor = factor(text);
        if (factor == null || text.endsWith("‰")) {
            return null;
        }
        var percent = new BigDecimal(factor).movePointRight(2);
        return percent.compareTo(HUNDRED) <= 0 ? plain(percent) : null;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Chinese keyboards write ５％ as easily as 5%. */
    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
