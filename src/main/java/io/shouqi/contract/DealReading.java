package io.shouqi.contract;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.Quote;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what decides the fees, and asks the fee tables. */
@Component
class DealReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Money DEAREST = Money.ofYuan("10000000000");

    private final Stores stores;
    private final PriceBook prices;
    private final Clock clock;

    DealReading(Stores stores, PriceBook prices, Clock clock) {
        this.stores = stores;
        this.prices = prices;
        this.clock = clock;
    }

    Deal read(ContractRequest r, Actor actor, Checks checks) {
        var type = checks.oneOf("type", DealType.class, r.type());
        var store = store(r.storeCode(), actor, checks);
        var signedOn = checks.date("signedOn", r.signedOn());
        if (signedOn != null && signedOn.isAfter(BusinessTime.today(clock))) {
            checks.add("signedOn", "contract.signedOn.future");
        }
        var rental = type == DealType.RENTAL;
        var price = rental ? null : amount("price", r.price(), checks);
        var monthlyRent = rental ? amount("monthlyRent", r.monthlyRent(), checks) : null;
        var services = services(r.services(), checks);
        return new Deal(actor.company(), type, store, signedOn, price, monthlyRent, services);
    }

    /** The fee tables may know no row for the case, or not a service: that belongs into the same answer. */
    Optional<Quote> price(Deal deal, @Nullable BigDecimal discountPercent, @Nullable Instant knownAt, Checks checks) {
        if (!deal.isComplete()) {
            return Optional.empty();
        }
        try {
            return Optional.of(prices.quote(deal.quoteRequest(discountPercent).knownAt(knownAt)));
        } catch (Refusal refusal) {
            refusal.fields()
                    .forEach(f -> checks.add(f.field(), f.code(), f.arguments().toArray()));
            return Optional.empty();
        }
    }

    static @Nullable BigDecimal discountPercent(ContractRequest.@Nullable DiscountRequest discount, Checks checks) {
        if (discount == null) {
            return null;
        }
        var percent = positive("discount.percent", discount.percent(), checks);
        if (percent != null && percent.compareTo(HUNDRED) > 0) {
            checks.add("discount.percent", "contract.percent");
            return null;
        }
        return percent;
    }

    static @Nullable BigDecimal positive(String field, @Nullable String text, Checks checks) {
        var number = checks.decimal(field, text);
        if (number != null && number.signum() <= 0) {
            checks.add(field, "field.positive");
            return null;
        }
        return number;
    }

    private @Nullable Store store(@Nullable String code, Actor actor, Checks checks) {
        var text = checks.required("storeCode", code, 40);
        if (text == null) {
            return null;
        }
        var store = actor.stores().contains(text) ? stores.find(actor.company(), text) : Optional.<Store>empty();
        if (store.isEmpty()) {
            checks.add("storeCode", "contract.store.unknown", text);
        }
        return store.orElse(null);
    }

    private static List<String> services(@Nullable List<String> requested, Checks checks) {
        var services = new ArrayList<String>();
        var given = requested == null ? List.<String>of() : requested;
        for (var i = 0; i < given.size(); i++) {
            var code = checks.required("services[" + i + "]", given.get(i), 40);
            if (code != null) {
                services.add(code);
            }
        }
        return services;
    }

    private static @Nullable Money amount(String field, @Nullable String yuan, Checks checks) {
        var amount = checks.amount(field, yuan);
        if (amount != null && amount.compareTo(DEAREST) > 0) {
            checks.add(field, "contract.price.tooHigh");
            return null;
        }
        return amount;
    }
}
