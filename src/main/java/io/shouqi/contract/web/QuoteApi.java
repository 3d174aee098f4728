package io.shouqi.contract.web;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.Quote;
import io.shouqi.shared.Checks;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a deal would cost, and why, without saving anything. */
@RestController
@RequestMapping("/api/v1/quotes")
@AllowedToStaff
@ApiScope(ApiPart.QUOTES)
class QuoteApi {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ContractReading reading;
    private final PriceBook prices;

    QuoteApi(ContractReading reading, PriceBook prices) {
        this.reading = reading;
        this.prices = prices;
    }

    @PostMapping
    Quote quote(@AuthenticationPrincipal Actor actor, @RequestBody ContractRequest request) {
        var checks = new Checks();
        var deal = reading.readDeal(request, actor, checks);
        var percent = discount(request, checks);
        deal.checkPrices(prices, percent, checks);
        checks.refuse();
        return prices.quote(deal.quoteRequest(percent));
    }

    private static @Nullable BigDecimal discount(ContractRequest request, Checks checks) {
        if (request.discount() == null) {
            return null;
        }
        var percent = ContractReading.positive(
                "discount.percent", Objects.requireNonNull(request.discount()).percent(), checks);
        if (percent != null && percent.compareTo(HUNDRED) > 0) {
            checks.add("discount.percent", "contract.percent");
        }
        return percent;
    }
}
