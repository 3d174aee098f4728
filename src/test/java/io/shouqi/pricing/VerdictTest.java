package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.Hit;
import io.shouqi.pricing.sheet.Verdict.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why a row did not fire is read from its cells; that it did is Drools' word. Both must say the same. */
class VerdictTest {

    private static final LocalDate DAY = LocalDate.parse("2024-01-01");

    @Test
    void rows_fire_exactly_where_none_of_their_cells_fails() {
        var random = new Random(7);
        var fees = DecisionTable.of(
                FeeForm.FORM,
                new ShippedTables()
                        .all().stream()
                                .filter(table -> table.form().equals(FeeForm.FORM))
                                .reduce((first, last) -> last)
                                .orElseThrow()
                                .workbook());
        var approval = DecisionTable.of(
                ApprovalLevels.FORM,
                Rows.workbook(ApprovalLevels.FORM, ShippedDefinitions.ALL.get(2).lines()));
        for (var i = 0; i < 2000; i++) {
            agree(fees, fee(random));
            agree(approval, exception(random));
        }
    }

    private static void agree(DecisionTable table, Case fact) {
        var counted = new ArrayList<Integer>();
        table.decide(fact).stream().flatMap(List::stream).map(Hit::row).forEach(row -> counted.add(row.number()));
        var verdicts = table.explain(fact);

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome() == Outcome.COUNTS)
                .allSatisfy(verdict -> assertThat(verdict.failed()).isEmpty())
                .extracting(verdict -> verdict.row().number())
                .containsExactlyInAnyOrderElementsOf(counted);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome() == Outcome.BEATEN)
                .allSatisfy(verdict -> assertThat(verdicts)
                        .anyMatch(other -> other.outcome() == Outcome.COUNTS
                                && other.keys().equals(verdict.keys())));
    }

    private static Case fee(Random random) {
        var fact = Case.on(DAY.plusDays(random.nextInt(2000)))
                .deal(DealType.values()[random.nextInt(3)])
                .city(List.of("北京", "上海", "成都").get(random.nextInt(3)))
                .store("S" + random.nextInt(3));
        return random.nextInt(10) == 0 ? fact : fact.amount(Math.abs(random.nextLong()) % 20_000_000_000L);
    }

    private static Case exception(Random random) {
        var fact = Case.on(DAY)
                .subject(List.of("DISCOUNT", "REFUND", "RULE_CHANGE", "NOTHING").get(random.nextInt(4)));
        if (random.nextBoolean()) {
            fact.percent(BigDecimal.valueOf(random.nextInt(2000), 2));
        }
        return random.nextBoolean() ? fact : fact.amount(random.nextInt(2_000_000));
    }
}
