package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A quote by a table with one row for each store and one for all others, three ways. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QuoteTables {

    private static final Money PRICE = Money.ofYuan("5000000");

    @Param({"100", "5000"})
    public int rows;

    private PriceBook prices;
    private Map<String, BigDecimal> rates;
    private DmnEngine dmn;
    private DmnDecision decision;
    private int next;

    @Setup
    public void build() {
        prices = RulesFromRows.fees(IntStream.range(0, rows - 1)
                        .mapToObj(i -> "COMMISSION | 佣金 | 基本 | 二手房 | | %s | 买方 | | | | 全额 | %s%% | | | | 一般纳税人"
                                .formatted(store(i), percent(i)))
                        .collect(Collectors.joining("\n"))
                + "\nCOMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 2% | | | | 一般纳税人");
        rates = new HashMap<>();
        IntStream.range(0, rows - 1).forEach(i -> rates.put(store(i), new BigDecimal(percent(i)).movePointLeft(2)));
        dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        decision = dmn.parseDecision("fees", new ByteArrayInputStream(table().getBytes(StandardCharsets.UTF_8)));
    }

    private static String store(int i) {
        return "X%05d".formatted(i);
    }

    private static String percent(int i) {
        return "1." + (i % 9 + 1);
    }

    private String some() {
        next = (next + 7919) % (rows - 1);
        return store(next);
    }

    @Benchmark
    public Money shouqi() {
        return prices.quote(new QuoteRequest(
                        RulesFromRows.COMPANY,
                        DealType.RESALE,
                        "北京",
                        some(),
                        LocalDate.of(2024, 3, 1),
                        PRICE,
                        null,
                        List.of(),
                        null))
                .total();
    }

    @Benchmark
    public Money byHand() {
        return PRICE.times(rates.getOrDefault(some(), BigDecimal.valueOf(2, 2)));
    }

    @Benchmark
    public Money dmn() {
        var variables = Map.<String, Object>of("deal", "RESALE", "store", some(), "amount", PRICE.fen());
        var result = dmn.evaluateDecisionTable(decision, variables);
        Object rate = result.getFirstResult().getSingleEntry();
        return PRICE.times(new BigDecimal(rate.toString()));
    }

    private String table() {
        var rules = IntStream.range(0, rows)
                .mapToObj(i -> """
                        <rule id="r%d"><inputEntry id="a%d"><text>"RESALE"</text></inputEntry>
                        <inputEntry id="b%d"><text>%s</text></inputEntry>
                        <inputEntry id="c%d"><text>&gt;= 0</text></inputEntry>
                        <outputEntry id="o%d"><text>"%s"</text></outputEntry></rule>
                        """.formatted(
                                i, i, i, i == rows - 1 ? "" : "\"" + store(i) + "\"", i, i,
                                i == rows - 1 ? "0.02" : new BigDecimal(percent(i)).movePointLeft(2)))
                .collect(Collectors.joining());
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="fees" name="fees"><decisionTable id="t" hitPolicy="FIRST">
                <input id="i1"><inputExpression id="e1" typeRef="string"><text>deal</text></inputExpression></input>
                <input id="i2"><inputExpression id="e2" typeRef="string"><text>store</text></inputExpression></input>
                <input id="i3"><inputExpression id="e3" typeRef="long"><text>amount</text></inputExpression></input>
                <output id="out" name="rate" typeRef="string"/>
                """ + rules + "</decisionTable></decision></definitions>";
    }
}
