package io.shouqi.bench;

import io.shouqi.pricing.QuoteTables;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a quote costs with tables of 100 and 5,000 rows, beside a lookup by hand and the process engine's DMN. */
public final class QuoteSpeed {

    private QuoteSpeed() {}

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder().include(QuoteTables.class.getSimpleName()).build()).run();
    }
}
