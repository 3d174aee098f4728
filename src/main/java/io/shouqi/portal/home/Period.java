package io.shouqi.portal.home;

import io.shouqi.shared.BusinessTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which money is looked at, and what it is compared with: the period before, up to the same moment. */
enum Period {
    DAY,
    WEEK,
    MONTH;

    /** The day, where nothing or nonsense is asked for. */
    static Period of(@Nullable String typed) {
        for (var period : values()) {
            if (period.name().equalsIgnoreCase(typed)) {
                return period;
            }
        }
        return DAY;
    }

    LocalDate first(LocalDate today) {
        return switch (this) {
            case DAY -> today;
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.withDayOfMonth(1);
        };
    }

    /** Days are compared with the same day of the week: stores live by weeks. */
    private ZonedDateTime before(ZonedDateTime moment) {
        return this == MONTH ? moment.minusMonths(1) : moment.minusWeeks(1);
    }

    Span now(Instant now) {
        var today = BusinessTime.dayOf(now);
        return new Span(BusinessTime.startOf(first(today)), BusinessTime.startOf(today.plusDays(1)));
    }

    Span then(Instant now) {
        var until = before(now.atZone(BusinessTime.ZONE));
        return new Span(BusinessTime.startOf(first(until.toLocalDate())), until.toInstant());
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param until the first moment that is no part of it */
    record Span(Instant from, Instant until) {}
}
