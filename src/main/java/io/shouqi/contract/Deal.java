package io.shouqi.contract;

import io.shouqi.identity.Store;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.QuoteRequest;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a contract that decides its fees, as far as it could be read. */
record Deal(
        String company,
        @Nullable DealType type,
        @Nullable Store store,
        @Nullable LocalDate signedOn,
        @Nullable Money price,
        @Nullable Money monthlyRent,
        List<String> services) {

    /** Whether all is there that the fee tables ask for. */
    boolean isComplete() {
        return type != null && store != null && signedOn != null && (price != null || monthlyRent != null);
    }

    QuoteRequest quoteRequest(@Nullable BigDecimal discountPercent) {
        var place = Objects.requireNonNull(store);
        return new QuoteRequest(
                company,
                Objects.requireNonNull(type),
                place.city(),
                place.code(),
                Objects.requireNonNull(signedOn),
                price,
                monthlyRent,
                services,
                discountPercent);
    }
}
