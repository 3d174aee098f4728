package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Who must agree to an exception, by the approval table; its first row that fits counts. */
@Service
public class ApprovalLevels {

    private final RuleTables tables;

    ApprovalLevels(RuleTables tables) {
        this.tables = tables;
    }

    /** @return role names in the order they decide; empty where nobody has to */
    public List<String> approvers(ApprovalCase request) {
        var percent = request.percent();
        var fired = tables.on(request.company(), Tables.APPROVAL, request.on())
                .table()
                .fire(new RuleCase(request.on())
                        .about(request.kind())
                        .type(request.type())
                        .percent(percent == null ? 0 : Cells.scaled(percent))
                        .amount(Objects.requireNonNullElse(request.amount(), Money.ZERO)
                                .fen()));
        return fired.stream()
                .findFirst()
                .map(row -> Stream.of("first", "second", "third")
                        .map(row::text)
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
    }
}
