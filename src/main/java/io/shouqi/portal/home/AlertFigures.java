package io.shouqi.portal.home;

import io.shouqi.outbox.UndeliveredEvents;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Incidents;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What should not stay as it is. */
@Component
class AlertFigures {

    /** A contract that nobody confirmed for so long needs a call. */
    static final Duration UNCONFIRMED = Duration.ofDays(7);

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
                        with waiting as materialized (
                          select c.id, c.created_at from contract c
                           where c.company = :company and c.store_code = any(:stores)
                             and c.status in ('DRAFT', 'PENDING_APPROVAL', 'PENDING_CONFIRMATION'))
                        select s.count as suspense, s.fen, w.unconfirmed, w.expired
                          from (select count(*) as count, coalesce(sum(amount_fen), 0) as fen from suspense
                                 where status = 'OPEN' and company = :company
                                   and (store_code = any(:stores) or :wide and store_code = :company)) s,
                               (select count(*) filter (where created_at < :before) as unconfirmed,
                                       count(k.expired) as expired
                                  from waiting left join lateral (
                                    select 1 as expired from fee_list f join fee_list_confirmation a on a.fee_list_id = f.id
                                     where f.contract_id = waiting.id and f.status = 'FROZEN' and a.answer = 'PENDING'
                                       and a.expires_at < :now limit 1) k on true) w
                        """)
                .param("wide", view.isCompanyWide())
                .param("before", View.at(view.now().minus(UNCONFIRMED)))
                .param("now", View.at(view.now()))
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
