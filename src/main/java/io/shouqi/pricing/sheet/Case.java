package io.shouqi.pricing.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided: the one fact the rules look at. Numbers are whole, so that bounds are exact. Public, with
 * getters, because the rules read it.
 */
public final class Case {

    /** Percent bounds are compared in this many decimals. */
    static final int PERCENT_DECIMALS = 8;

    private final int day;
    private @Nullable String subject;
    private @Nullable String deal;
    private @Nullable String city;
    private @Nullable String store;
    private @Nullable Long amount;
    private long percent = Long.MAX_VALUE;

    private Case(int day) {
        this.day = day;
    }

    public static Case on(LocalDate day) {
        return new Case(Math.toIntExact(day.toEpochDay()));
    }

    public Case subject(String subject) {
        this.subject = subject;
        return this;
    }

    public Case deal(@Nullable Enum<?> deal) {
        this.deal = deal == null ? null : deal.name();
        return this;
    }

    public Case city(String city) {
        this.city = city;
        return this;
    }

    public Case store(String store) {
        this.store = store;
        return this;
    }

    /** In fen. */
    public Case amount(long amount) {
        this.amount = amount;
        return this;
    }

    /** A percentage beyond the compared decimals counts as the next higher one. */
    public Case percent(BigDecimal percent) {
        this.percent = percent.movePointRight(PERCENT_DECIMALS)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return this;
    }

    public int getDay() {
        return day;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public @Nullable String getDeal() {
        return deal;
    }

    public @Nullable String getCity() {
        return city;
    }

    public @Nullable String getStore() {
        return store;
    }

    public @Nullable Long getAmount() {
        return amount;
    }

    public long getPercent() {
        return percent;
    }
}
