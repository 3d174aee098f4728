package io.shouqi.portal.till;

import io.shouqi.portal.PaidSlip;
import io.shouqi.shared.Money;
import io.shouqi.shared.QrCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receipt at the counter, with all that is done about it there.
 *
 * @param change what the customer gets back of the cash that was given; null where nothing is
 * @param remaining what the contract still owes
 * @param link where the customer finds the receipt on the own phone
 * @param own whether the link is the customer's own page, with every receipt; otherwise the proof of this one
 * @param reversible whether this person may take it back now
 * @param key makes a second press of the button harmless
 */
record Handover(
        PaidSlip slip,
        @Nullable Money change,
        Money remaining,
        String link,
        QrCode code,
        boolean own,
        boolean reversible,
        String key) {

    /** Reads what the page only counts with; whatever is no amount is nothing. */
    static Optional<Money> yuan(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .filter(text -> !text.isBlank() && text.length() < 16)
                    .map(text -> Money.ofYuan(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
