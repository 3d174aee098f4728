package io.shouqi.channel;

import java.util.List;

/**
 * A channel's statement of one day.
 *
 * @param summary what the channel itself says the rows come to
 * @param sha256 of the file
 * @param raw the file as the channel gave it, to be kept
 */
@SuppressWarnings("ArrayRecordComponent") // read once and stored; bills are never compared
public record Bill(List<BillRow> rows, BillSummary summary, String sha256, byte[] raw) {

    public Bill {
        rows = List.copyOf(rows);
    }

    /** Whether the rows come to what the summary says. */
    public boolean sumsUp() {
        return summary.equals(BillSummary.of(rows));
    }
}
