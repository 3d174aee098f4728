package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides the fees of a deal.
 *
 * @param price of the home; {@code monthlyRent} stands in its place for rentals
 * @param services codes of the extended fee items the customer chose
 * @param discountPercent 0 to 100 off the basic lines that are the company's own money
 * @param knownAt by the rules that had been published then; null for all that are published now
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
        @Nullable BigDecimal discountPercent,
        @Nullable Instant knownAt) {

    public QuoteRequest(
            String company,
            DealType type,
            String city,
            String storeCode,
            LocalDate signedOn,
            @Nullable Money price,
            @Nullable Money monthlyRent,
            List<String> services,
            @Nullable BigDecimal discountPercent) {
        this(company, type, city, storeCode, signedOn, price, monthlyRent, services, discountPercent, null);
    }

    /** The same deal by what was known at a moment. */
    public QuoteRequest knownAt(@Nullable Instant moment) {
        return new QuoteRequest(
                company, type, city, storeCode, signedOn, price, monthlyRent, services, discountPercent, moment);
    }

    /** What rates are applied to. */
    @Nullable
    Money base() {
        return type == DealType.RENTAL ? monthlyRent : price;
    }

    String baseField() {
        return type == DealType.RENTAL ? "monthlyRent" : "price";
    }
}
