package io.shouqi.pricing;

import io.shouqi.pricing.sheet.CellKind;

/** How a fee is taxed. The rates are in the tax table, by date. */
enum TaxTreatment {
    VAT_6,
    VAT_SMALL,
    VAT_FREE,
    /** Collected for others: no revenue, no tax. */
    ENTRUSTED;

    static final CellKind<TaxTreatment> KIND = CellKind.choice(TaxTreatment.class, treatment -> switch (treatment) {
        case VAT_6 -> "一般纳税人";
        case VAT_SMALL -> "小规模纳税人";
        case VAT_FREE -> "免税";
        case ENTRUSTED -> "代收";
    });
}
