package io.shouqi.sandbox;

import io.shouqi.shared.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the database and the channels write them. */
final class Times {

    private static final DateTimeFormatter BLANK_BETWEEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Times() {}

    static OffsetDateTime stored(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant readIfAny(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** {@code 2024-03-01T10:00:00+08:00}, as WeChat writes it. */
    static String withOffset(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(BusinessTime.ZONE));
    }

    /** {@code 2024-03-01 10:00:00}, as Alipay and the statements write it. */
    static String plain(Instant instant) {
        return BLANK_BETWEEN.format(instant.atZone(BusinessTime.ZONE));
    }

    static Instant parsePlain(String text) {
        return LocalDateTime.parse(text, BLANK_BETWEEN)
                .atZone(BusinessTime.ZONE)
                .toInstant();
    }
}
