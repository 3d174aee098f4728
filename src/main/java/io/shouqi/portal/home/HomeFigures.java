package io.shouqi.portal.home;

import io.shouqi.identity.Role;
import io.shouqi.shared.BusinessTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page together from one snapshot, so that its figures agree with each other. */
@Component
class HomeFigures {

    private final TaskFigures tasks;
    private final MoneyFigures money;
    private final DueFigures dues;
    private final AlertFigures alerts;
    private final TrendFigures trend;
    private final StoreFigures stores;
    private final OfficeFigures office;

    HomeFigures(
            TaskFigures tasks,
            MoneyFigures money,
            DueFigures dues,
            AlertFigures alerts,
            TrendFigures trend,
            StoreFigures stores,
            OfficeFigures office) {
        this.tasks = tasks;
        this.money = money;
        this.dues = dues;
        this.alerts = alerts;
        this.trend = trend;
        this.stores = stores;
        this.office = office;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Home of(View view, Period period) {
        var isAdministrator = view.actor().is(Role.ADMINISTRATOR);
        return new Home(
                view.now().atZone(BusinessTime.ZONE),
                period,
                tasks.of(view),
                view.worksInStore() ? desk(view, period) : null,
                view.leads() ? lead(view, period) : null,
                isAdministrator ? office.accounts(view) : null,
                view.actor().is(Role.AUDITOR) ? office.log(view) : null,
                isAdministrator ? alerts.failures(view) : 0);
    }

    private Home.Desk desk(View view, Period period) {
        return new Home.Desk(
                money.received(view, period),
                period.first(view.today()),
                view.today(),
                dues.thisMonth(view),
                dues.overdue(view),
                alerts.of(view));
    }

    private Home.Lead lead(View view, Period period) {
        return new Home.Lead(
                money.thisMonth(view),
                trend.days(view),
                trend.shares(view),
                view.stores().size() > 1 ? stores.of(view, period) : List.of());
    }
}
