package io.shouqi.portal.home;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page as it stands at one moment; what is not this person's business is null. */
record Home(
        ZonedDateTime at,
        Period period,
        TaskFigures.Waiting tasks,
        @Nullable Desk desk,
        @Nullable Lead lead,
        OfficeFigures.@Nullable Accounts accounts,
        OfficeFigures.@Nullable Log log,
        long failures) {

    /** The store's day. */
    record Desk(
            MoneyFigures.Received received,
            LocalDate from,
            LocalDate to,
            DueFigures.Dues dues,
            DueFigures.Overdue overdue,
            AlertFigures.Alerts alerts) {}

    /**
     * What those see who answer for more than their own work.
     *
     * @param month what came in this month
     * @param stores side by side, where there are several
     */
    record Lead(
            Money month,
            List<TrendFigures.Day> days,
            List<TrendFigures.Share> shares,
            List<StoreFigures.Line> stores) {}
}
