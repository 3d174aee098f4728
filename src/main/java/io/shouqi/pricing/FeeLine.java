package io.shouqi.pricing;

import io.shouqi.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One fee for one payer.
 *
 * @param entrusted collected for others 代收: never revenue, never discounted
 * @param tax code of the tax treatment; null where none applies
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
