package io.shouqi.pricing.sheet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few shapes of constraints that columns have, to say why a row did not fire. Drools decides; that both agree
 * is tested.
 */
final class Snippet {

    private Snippet() {}

    /** Either one constraint, or several joined by the same of {@code ||} and {@code &&}. */
    static boolean holds(String snippet, Case fact, String code) {
        if (snippet.contains("||")) {
            for (var part : snippet.split("\\|\\|")) {
                if (constraint(part.strip(), fact, code)) {
                    return true;
                }
            }
            return false;
        }
        for (var part : snippet.split("&&")) {
            if (!constraint(part.strip(), fact, code)) {
                return false;
            }
        }
        return true;
    }

    private static boolean constraint(String text, Case fact, String code) {
        var words = text.split(" ");
        var value = value(words[0], fact);
        if (words[2].equals("null")) {
            return words[1].equals("==") == (value == null);
        }
        if (value == null) {
            return false;
        }
        return switch (words[1]) {
            case "==" -> Objects.equals(value, code);
            case ">=" -> ((Number) value).longValue() >= Long.parseLong(code);
            case "<=" -> ((Number) value).longValue() <= Long.parseLong(code);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static @Nullable Object value(String field, Case fact) {
        return switch (field) {
            case "day" -> fact.getDay();
            case "subject" -> fact.getSubject();
            case "deal" -> fact.getDeal();
            case "city" -> fact.getCity();
            case "store" -> fact.getStore();
            case "amount" -> fact.getAmount();
            case "percent" -> fact.getPercent();
            default -> throw new IllegalArgumentException(field);
        };
    }
}
