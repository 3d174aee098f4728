package io.shouqi.pricing;

import io.shouqi.shared.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/**
 * Something about one cell of a table that somebody should look at.
 *
 * @param cell address as people know it, such as C13; {@code file} for what concerns the whole
 * @param code key of the message in the bundles
 * @param arguments what the message names
 */
public record Mistake(String cell, Severity severity, String code, List<Object> arguments) {

    public enum Severity {
        /** The table cannot be used. */
        ERROR,
        /** It works, and is probably not meant. */
        WARNING
    }

    static Mistake of(FieldError error, Severity severity) {
        return new Mistake(error.field(), severity, error.code(), error.arguments());
    }

    /** As a person reads it. */
    public String text(MessageSource messages, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(code, arguments.toArray(), code, locale), code);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
