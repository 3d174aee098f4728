package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.pricing.sheet.Doubts;
import io.shouqi.pricing.sheet.SheetReview;
import io.shouqi.pricing.sheet.SheetRow;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What works and is probably not meant. */
class DoubtsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final String EVERYWHERE = "COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 2% | | | | 一般纳税人 | | \n";

    @Test
    void a_table_that_answers_everything_raises_none() {
        assertThat(doubts(FeeForm.FORM, EVERYWHERE, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "北京 | | 买方 | | | | 全额 | 2% | | | | 一般纳税人 | |; E11; pricing.doubt.somewhere",
                "| | 买方 | 1000 | | | 全额 | 2% | | | | 一般纳税人 | |; H11; pricing.doubt.below",
                "| | 买方 | | 1000 | | 全额 | 2% | | | | 一般纳税人 | |; I11; pricing.doubt.above",
                "| | 买方 | | | | 全额 | 2% | | | | 一般纳税人 | | 2026-06-30; R11; pricing.doubt.ends",
                "| | 买方 | | | | 全额 | 2% | | | | 一般纳税人 | | 2025-12-31; R11; pricing.doubt.over"
            })
    void what_is_left_unsaid_is_named_by_its_cell(String row, String cell, String code) {
        assertThat(doubts(FeeForm.FORM, "COMMISSION | 佣金 | 基本 | 二手房 | " + row, ""))
                .anyMatch(doubt -> doubt.field().equals(cell) && doubt.code().equals(code));
    }

    @Test
    void days_that_no_row_is_for_are_named() {
        var rows = """
                一般纳税人 | 6% |            | 2026-06-30
                一般纳税人 | 5% | 2026-07-02 |
                """;

        assertThat(doubts(TaxRates.FORM, rows, ""))
                .containsExactly(FieldError.of("C12", "pricing.doubt.days", "一般纳税人", "2026-06-30"));
    }

    @Test
    void what_the_version_before_answered_is_missed() {
        var rent = "COMMISSION | 佣金 | 基本 | 租赁 | | | 租客 | | | | 月租倍数 | 0.5 | | | | 一般纳税人";

        assertThat(doubts(FeeForm.FORM, EVERYWHERE, EVERYWHERE + rent))
                .containsExactly(FieldError.of("A10", "pricing.doubt.missing", "COMMISSION 租客 租赁"));
    }

    @Test
    void a_row_for_a_city_need_not_answer_what_the_one_for_everywhere_does() {
        var rows = EVERYWHERE + "COMMISSION | 佣金 | 基本 | 二手房 | 北京 | | 买方 | 1000000 | | | 全额 | 1% | | | | 一般纳税人 | | ";

        assertThat(doubts(FeeForm.FORM, rows, "")).isEmpty();
    }

    private static List<FieldError> doubts(TableForm form, String rows, String before) {
        var old = before.isBlank()
                ? List.<SheetRow>of()
                : SheetReview.of(form, Rows.workbook(form, before)).rows();
        return SheetReview.of(form, Rows.workbook(form, rows)).requireSound().doubts(new Doubts.Against(DAY, old));
    }
}
