package io.shouqi.receivable;

import io.shouqi.contract.FeeListLine;
import io.shouqi.pricing.FeeLine;
import io.shouqi.pricing.PartyRole;
import org.jspecify.annotations.Nullable;

/**
 * How money of one payer stands in the books. Fees of one treatment are owed together: receivables know who pays and how
 * it is taxed, not which fen is for which fee.
 *
 * @param tax code of the tax treatment; null for entrusted money
 */
public record Treatment(
        PartyRole payer, boolean entrusted, @Nullable String tax) {

    public static Treatment of(FeeListLine line) {
        return new Treatment(line.payer(), line.entrusted(), line.tax());
    }

    public static Treatment of(FeeLine line) {
        return new Treatment(line.payer(), line.entrusted(), line.tax());
    }

    public static Treatment of(Receivable receivable) {
        return new Treatment(receivable.payer(), receivable.entrusted(), receivable.tax());
    }
}
