package io.shouqi.pricing;

import io.shouqi.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One fee of one payer.
 *
 * @param entrusted collected for others 代收, never revenue
 * @param tax code of the tax treatment, such as "VAT_6"; null for entrusted money
 */
public record FeeLine(
        String code,
        String name,
        PartyRole payer,
        Money amount,
        FeeGroup group,
        boolean entrusted,
        @Nullable String tax,
        Why why) {}
