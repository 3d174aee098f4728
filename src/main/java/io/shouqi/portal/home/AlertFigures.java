package io.shouqi.portal.home;

import io.shouqi.outbox.UndeliveredEvents;
import io.shouqi.portal.Attention;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Incidents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What should not stay as it is. */
@Component
class AlertFigures {

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final UndeliveredEvents events;

    AlertFigures(JdbcClient jdbc, Incidents incidents, UndeliveredEvents events) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.events = events;
    }

    /**
     * @param suspense how often money lies there that nobody could place
     * @param unconfirmed contracts signed more than a week ago whose fee list is not confirmed
     * @param expired contracts whose customer has a link that opens no more
     * @param failures steps of the product's own work that failed for good; of the whole company
     */
    record Alerts(long suspense, Money suspended, long unconfirmed, long expired, long failures) {

        public boolean none() {
            return suspense + unconfirmed + expired + failures == 0;
        }
    }

    Alerts of(View view) {
        return view.ask(jdbc, """
                        select s.count as suspense, s.fen, c.unconfirmed, c.expired
                          from (select count(*) as count, coalesce(sum(amount_fen), 0) as fen from suspense
                                 where status = 'OPEN' and company = :company
                                   and (store_code = any(:stores) or :wide and store_code = :company)) s,
                               (select count(*) filter (where %s) as unconfirmed, count(*) filter (where %s) as expired
                                  from contract c
                                 where c.company = :company and c.store_code = any(:stores)
                                   and c.status in ('DRAFT', 'PENDING_APPROVAL', 'PENDING_CONFIRMATION')) c
                        """.formatted(Attention.UNCONFIRMED.condition(), Attention.EXPIRED.condition()))
                .param("wide", view.isCompanyWide())
                .param("weekAgo", Attention.weekAgo(view.now()))
                .query((row, number) -> new Alerts(
                        row.getLong("suspense"),
                        Money.ofFen(row.getLong("fen")),
                        row.getLong("unconfirmed"),
                        row.getLong("expired"),
                        failures(view)))
                .single();
    }

    long failures(View view) {
        return view.isCompanyWide() ? incidents.open(view.actor().company()) + events.count() : 0;
    }
}
