package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.pricing.RuleDiff.Change;
import io.shouqi.pricing.sheet.SheetReview;
import org.junit.jupiter.api.Test;

class RuleDiffTest {

    private static final String BEFORE = """
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 |         | 1000000 | | 全额 | 2% | | | | 一般纳税人
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 | 1000000 |         | | 全额 | 1% | | | | 一般纳税人
            FILING     | 代办费 | 延伸 | 租赁   |      | | 房东 |         |         | | 固定 |    | 1 | | | 一般纳税人
            """;

    @Test
    void the_same_rows_in_whatever_order_are_the_same() {
        var lines = BEFORE.lines().toList();

        assertThat(diff(BEFORE, lines.get(2) + "\n" + lines.get(0) + "\n" + lines.get(1))
                        .changes())
                .isZero();
    }

    @Test
    void cells_that_changed_are_told_with_before_and_after() {
        var changed =
                diff(BEFORE, BEFORE.replace("全额 | 1%", "全额 | 1.5%")).rows().get(1);

        assertThat(changed)
                .extracting(RuleDiff.Row::change, RuleDiff.Row::before, RuleDiff.Row::after)
                .containsExactly(Change.CHANGED, 12, 12);
        assertThat(changed.cells()).filteredOn(RuleDiff.Cell::changed).containsExactly(new RuleDiff.Cell("1%", "1.5%"));
    }

    @Test
    void a_tier_that_is_cut_in_two_is_one_changed_and_one_added() {
        var after = """
                COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 |         | 1000000 | | 全额 | 2% | | | | 一般纳税人
                COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 | 1000000 | 3000000 | | 全额 | 1% | | | | 一般纳税人
                COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 | 3000000 |         | | 全额 | 0.8% | | | | 一般纳税人
                """;

        assertThat(diff(BEFORE, after).rows())
                .extracting(RuleDiff.Row::change, RuleDiff.Row::before, RuleDiff.Row::after)
                .containsExactly(
                        tuple(Change.SAME, 11, 11),
                        tuple(Change.CHANGED, 12, 12),
                        tuple(Change.ADDED, null, 13),
                        tuple(Change.REMOVED, 13, null));
    }

    @Test
    void a_row_that_only_got_another_code_is_still_the_same_row() {
        assertThat(diff(BEFORE, BEFORE.replace("FILING ", "REGISTRY")).rows())
                .extracting(RuleDiff.Row::change)
                .containsExactly(Change.SAME, Change.SAME, Change.CHANGED);
    }

    private static RuleDiff diff(String before, String after) {
        return RuleDiff.of(review(before), review(after));
    }

    private static SheetReview review(String rows) {
        return SheetReview.of(FeeForm.FORM, Rows.workbook(FeeForm.FORM, rows));
    }
}
