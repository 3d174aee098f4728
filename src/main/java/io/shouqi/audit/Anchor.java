package io.shouqi.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the chain stood, remembered outside of the database: who cuts links off its end cannot cut this line.
 *
 * @param day business day on which the line was written
 * @param position of the last link, which is also their number
 * @param chain of the last link, in hexadecimal
 */
record Anchor(LocalDate day, long position, String chain) {

    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{1,18}) ([0-9a-f]+)");

    static Optional<Anchor> parse(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Anchor(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Anchor of(LocalDate day, Seal last) {
        return new Anchor(day, last.position(), last.chain());
    }

    String line() {
        return day + " " + position + " " + chain;
    }
}
