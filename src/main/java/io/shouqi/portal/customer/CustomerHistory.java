package io.shouqi.portal.customer;

import io.shouqi.contract.Confirmation;
import io.shouqi.contract.FeeListDesk.CustomerView;
import io.shouqi.portal.PaidSlip;
import io.shouqi.portal.customer.CustomerSheet.Moment;
import io.shouqi.portal.customer.CustomerSheet.Moment.Kind;
import io.shouqi.portal.customer.CustomerSheet.State;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened, as one payer knows it: nothing the other side did stands in it. */
final class CustomerHistory {

    private CustomerHistory() {}

    static List<Moment> of(CustomerView view, List<PaidSlip> slips, State state) {
        var moments = new ArrayList<Moment>();
        moments.add(new Moment(Kind.SIGNED, view.contract().signedOn(), null, null, null));
        add(moments, Kind.SENT, view.list().frozenAt());
        answer(moments, view.confirmation());
        slips.stream()
                .sorted(Comparator.comparing(slip -> slip.receipt().receivedAt()))
                .forEach(slip -> moments.add(paid(slip)));
        if (state == State.PAID && !slips.isEmpty()) {
            var last = moments.get(moments.size() - 1);
            moments.add(new Moment(Kind.SETTLED, last.day(), null, null, null));
        }
        return moments;
    }

    private static void answer(List<Moment> moments, Confirmation confirmation) {
        switch (confirmation.answer()) {
            case PENDING -> {
                /* still asked */
            }
            case DECLINED -> add(moments, Kind.DECLINED, confirmation.answeredAt());
            case CONFIRMED ->
                add(
                        moments,
                        confirmation.recordedByName() == null ? Kind.CONFIRMED : Kind.CONFIRMED_AT_STORE,
                        confirmation.answeredAt());
        }
    }

    private static Moment paid(PaidSlip slip) {
        var at = slip.receipt().receivedAt().atZoneSameInstant(BusinessTime.ZONE);
        return moment(Kind.PAID, at, slip.amount(), slip.receipt().receiptNo());
    }

    private static void add(List<Moment> moments, Kind kind, @Nullable Instant at) {
        if (at != null) {
            moments.add(moment(kind, at.atZone(BusinessTime.ZONE), null, null));
        }
    }

    private static Moment moment(Kind kind, ZonedDateTime at, @Nullable Money amount, @Nullable String detail) {
        return new Moment(kind, at.toLocalDate(), at, amount, detail);
    }
}
