package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Plans of instalments by milestones 分期模板. */
@Service
public class InstalmentTemplates {

    private static final Column<String> TEMPLATE = CaseColumns.subject("模板代码", CellKind.CODE);
    private static final Column<String> NAME =
            Column.term("name", "模板名称", CellKind.TEXT).needed();

    /** In the order of a deal; the key of a column is its milestone. */
    private static final List<Column<BigDecimal>> PARTS = List.of(
            Column.term("SIGNING", "签约", CellKind.PERCENT),
            Column.term("REGISTRATION", "网签", CellKind.PERCENT),
            Column.term("LOAN_APPROVED", "批贷", CellKind.PERCENT),
            Column.term("TRANSFER", "过户", CellKind.PERCENT),
            Column.term("HANDOVER", "交房", CellKind.PERCENT));

    static final TableForm FORM = new TableForm(
            "instalments",
            "分期模板",
            "到哪个节点收多少，一行加起来必须正好 100%。空着的节点不收。",
            List.of(
                    TEMPLATE,
                    NAME,
                    PARTS.get(0),
                    PARTS.get(1),
                    PARTS.get(2),
                    PARTS.get(3),
                    PARTS.get(4),
                    CaseColumns.VALID_FROM,
                    CaseColumns.VALID_TO),
            List.of(TEMPLATE),
            List.of(),
            List.of(CaseColumns.DAYS),
            CaseColumns.sumsTo100(PARTS));

    private final RulesInForce rules;

    InstalmentTemplates(RulesInForce rules) {
        this.rules = rules;
    }

    /** @throws Refusal naming the field {@code instalments} where there is no such template that day */
    public List<InstalmentTerm> terms(String company, String template, LocalDate on) {
        var terms = rules.on(FORM, company, on)
                .table()
                .decideOne(Case.on(on).subject(template))
                .orElseThrow(() -> Refusal.invalid("instalments", "pricing.template.unknown", template))
                .terms();
        return PARTS.stream()
                .filter(terms::has)
                .map(column -> new InstalmentTerm(column.key(), terms.need(column)))
                .filter(term -> term.percent().signum() > 0)
                .toList();
    }

    /** What may be chosen on a day, in the order of the table. */
    public List<Template> all(String company, LocalDate on) {
        return rules.on(FORM, company, on).table().decide(Case.on(on)).stream()
                .map(hits -> hits.get(0).row().terms())
                .map(terms -> new Template(terms.need(TEMPLATE), terms.need(NAME)))
                .toList();
    }

    public record Template(String code, String name) {}
}
