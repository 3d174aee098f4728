package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Tables come and go while the product runs for months. */
class ReloadTest {

    private static final int WARM = 20;
    private static final int RELOADS = 100;

    @Test
    void a_hundred_reloads_leave_nothing_behind() {
        var stored = new RulesFromRows();
        var rules = stored.inForce();
        var prices = new PriceBook(rules);

        reload(stored, rules, prices, WARM);
        var before = metaspace();
        reload(stored, rules, prices, RELOADS);
        var grown = metaspace() - before;

        System.out.printf("metaspace after %d reloads: %+.1f MB%n", RELOADS, grown / 1e6);
        assertThat(rules.compiled().size()).isEqualTo(1);
        // what leaks, leaks 8 MB a reload
        assertThat(grown).isLessThan(16_000_000);
    }

    private static void reload(RulesFromRows stored, RulesInForce rules, PriceBook prices, int times) {
        for (var i = 1; i <= times; i++) {
            var rate = i % 9 + 1;
            stored.version(
                    FeeForm.FORM,
                    LocalDate.parse("2024-01-01"),
                    Rows.workbook(
                            FeeForm.FORM,
                            "COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | %d%% | | | | 一般纳税人".formatted(rate)));
            rules.takeOver(stored.published(RulesFromRows.COMPANY, "fees"), System.nanoTime());
            assertThat(prices.quote(Deals.resale("1000000").request()).total())
                    .isEqualTo(Money.ofYuan(Integer.toString(rate * 10_000)));
        }
    }

    private static long metaspace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
