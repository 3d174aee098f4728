package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import io.shouqi.database.Caller;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ShouqiTest
class PublishUnderLoadTest {

    private static final int VERSIONS = 6;
    private static final int LEAST_QUOTES = 1000;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PriceBook prices;

    /** Both lines of a version have the same rate, so a quote with two different ones would be of two versions. */
    @Test
    void of_the_quotes_that_go_on_while_a_version_is_published_none_fails_and_none_mixes_versions() {
        var firm = new RuleFirm(application);
        firm.publish("fees", firm.draft("fees", tariff(1)));
        var stop = new AtomicBoolean();
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        var callers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> Caller.SYSTEM.run(() -> quote(firm, stop, seen))))
                .toList();

        var start = System.nanoTime();
        for (var rate = 2; rate <= VERSIONS; rate++) {
            firm.publish("fees", firm.draft("fees", tariff(rate)));
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        stop.set(true);
        callers.forEach(CompletableFuture::join);

        var quotes = seen.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%,.0f quotes a second while %d versions were published%n", quotes / seconds, VERSIONS - 1);
        assertThat(quotes).isGreaterThan(LEAST_QUOTES);
        for (var amounts : seen.keySet()) {
            assertThat(amounts.split(" ")).as(amounts).hasSize(3);
            assertThat(amounts.split(" ")[0]).isEqualTo(amounts.split(" ")[1]);
        }
        assertThat(prices.quote(firm.resale("1000000")).total().yuan()).isEqualTo(VERSIONS * 20_000 + ".00");
    }

    private void quote(RuleFirm firm, AtomicBoolean stop, Map<String, Integer> seen) {
        while (!stop.get()) {
            var quote = prices.quote(firm.resale("1000000"));
            var versions = quote.lines().stream()
                    .map(line -> line.why().version())
                    .distinct()
                    .count();
            seen.merge(
                    quote.lines().stream().map(line -> line.amount().yuan()).collect(Collectors.joining(" ")) + " "
                            + versions,
                    1,
                    Integer::sum);
        }
    }

    private static String tariff(int rate) {
        return """
                COMMISSION | 佣金   | 基本 | 二手房 | | | 买方 | | | | 全额 | %1$d%% | | | | 一般纳税人
                SERVICE    | 服务费 | 基本 | 二手房 | | | 买方 | | | | 全额 | %1$d%% | | | | 一般纳税人
                """.formatted(rate);
    }
}
