package io.shouqi.pricing;

import java.util.List;

/** Quotes a second on one thread, with the shipped tables. A program, not a test. */
final class QuoteSpeed {

    private static final int ROUNDS = 8;
    private static final int QUOTES = 20_000;

    private QuoteSpeed() {}

    public static void main(String[] arguments) {
        var rules = new RulesFromRows();
        new ShippedTables().all().forEach(table -> rules.version(table.form(), table.validFrom(), table.workbook()));
        var prices = new PriceBook(rules.inForce());
        var deals = List.of(
                Deals.resale("5000000"),
                Deals.resale("5000000").signedOn("2017-03-01"),
                Deals.resale("3210000").in("上海", "SH01").with("APPRAISAL", "TRANSFER_SERVICE", "MORTGAGE_SERVICE"),
                Deals.newHome("8000000"),
                Deals.rental("6500").discounted("3"));
        for (var round = 1; round <= ROUNDS; round++) {
            var start = System.nanoTime();
            for (var i = 0; i < QUOTES; i++) {
                prices.quote(deals.get(i % deals.size()).request());
            }
            System.out.printf("round %d: %,.0f quotes/s%n", round, QUOTES * 1e9 / (System.nanoTime() - start));
        }
    }
}
