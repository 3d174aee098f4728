package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals as tests ask for their price. */
record Deals(
        DealType type,
        String city,
        String store,
        LocalDate day,
        Money amount,
        List<String> services,
        @Nullable BigDecimal discount) {

    static Deals resale(String yuan) {
        return new Deals(
                DealType.RESALE, "北京", "BJ01", LocalDate.parse("2024-03-01"), Money.ofYuan(yuan), List.of(), null);
    }

    static Deals newHome(String yuan) {
        return resale(yuan).of(DealType.NEW_HOME);
    }

    static Deals rental(String monthlyRent) {
        return resale(monthlyRent).of(DealType.RENTAL);
    }

    private Deals of(DealType other) {
        return new Deals(other, city, store, day, amount, services, discount);
    }

    Deals in(String otherCity, String otherStore) {
        return new Deals(type, otherCity, otherStore, day, amount, services, discount);
    }

    Deals signedOn(String date) {
        return new Deals(type, city, store, LocalDate.parse(date), amount, services, discount);
    }

    Deals with(String... codes) {
        return new Deals(type, city, store, day, amount, List.of(codes), discount);
    }

    Deals discounted(String percent) {
        return new Deals(type, city, store, day, amount, services, new BigDecimal(percent));
    }

    QuoteRequest request() {
        var rental = type == DealType.RENTAL;
        return new QuoteRequest(
                RulesFromRows.COMPANY,
                type,
                city,
                store,
                day,
                rental ? null : amount,
                rental ? amount : null,
                services,
                discount);
    }
}
