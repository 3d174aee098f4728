package io.shouqi.shared;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Readable numbers for people: a prefix, the business day, a counter that never repeats, such as {@code
 * R-20240301-000042}. Gaps are normal, duplicates impossible.
 */
@Component
public class BusinessNumbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** As the sequence is declared. */
    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private long next;
    private long end;

    BusinessNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param prefix what is numbered, such as "R" for receivables */
    public String next(String prefix) {
        return next(prefix, "-");
    }

    /** @param separator "" where a payment channel allows no hyphen */
    public String next(String prefix, String separator) {
        return String.format(
                Locale.ROOT,
                "%s%s%s%s%06d",
                prefix,
                separator,
                BusinessTime.today(clock).format(DAY),
                separator,
                counter());
    }

    /** Taken from a block; what is left of one when the node stops is never used. */
    private synchronized long counter() {
        if (next == end) {
            next = jdbc.sql("select nextval('business_number')")
                    .query(Long.class)
                    .single();
            end = next + BLOCK;
        }
        return next++;
    }
}
