package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case for the fee tables.
 *
 * @param price of the home; null for a rental
 * @param monthlyRent null unless a rental
 * @param services codes of the extended services that were ordered
 * @param discountPercent off the basic fees, 0 to 100; entrusted money is never discounted
 */
public record QuoteRequest(
        String company,
        DealType type,
        String city,
        String storeCode,
        LocalDate signedOn,
        @Nullable Money price,
        @Nullable Money monthlyRent,
        List<String> services,
        @Nullable BigDecimal discountPercent) {}
