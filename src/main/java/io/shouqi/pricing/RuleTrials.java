package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.pricing.sheet.Verdict;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a version with a case, whether it is in force or not. */
@Service
@Transactional(readOnly = true)
public class RuleTrials {

    /** Where nothing fired, so many rows that came close. */
    private static final int CLOSEST = 20;
    /** Of the rows that did not fire. */
    private static final int MOST_FAILED = 100;

    private final RuleTables tables;
    private final RulesInForce rules;
    private final TaxRates taxes;
    private final Clock clock;

    RuleTrials(RuleTables tables, RulesInForce rules, TaxRates taxes, Clock clock) {
        this.tables = tables;
        this.rules = rules;
        this.taxes = taxes;
        this.clock = clock;
    }

    private record Asked(
            LocalDate day,
            @Nullable DealType type,
            String city,
            String store,
            @Nullable String subject,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            List<String> services,
            @Nullable BigDecimal discount) {}

    /**
     * @throws Refusal naming the fields of the case that cannot be read, or the cells of a draft that are wrong
     */
    public Trial of(String company, String table, String versionOrLatest, TrialCase given) {
        var form = DecisionTables.need(table);
        var version = tables.find(company, table, versionOrLatest);
        var asked = read(form, given);
        var compiled = rules.compiled().passing(form, version);
        var rows = rows(form, compiled.explain(fact(asked)));
        return form.equals(FeeForm.FORM)
                ? quoted(company, new RulesInForce.Version(version.version(), compiled), asked, rows)
                : new Trial(rows, null, amounts(form, compiled, asked), List.of());
    }

    private static Trial quoted(String company, RulesInForce.Version tariff, Asked asked, List<Trial.Row> rows) {
        var type = Objects.requireNonNull(asked.type());
        var rental = type == DealType.RENTAL;
        var request = new QuoteRequest(
                company,
                type,
                asked.city(),
                asked.store(),
                asked.day(),
                rental ? null : asked.amount(),
                rental ? asked.amount() : null,
                asked.services(),
                asked.discount());
        try {
            return new Trial(rows, PriceBook.quote(request, tariff), List.of(), List.of());
        } catch (Refusal none) {
            return new Trial(rows, null, List.of(), none.fields());
        }
    }

    private List<Trial.Amount> amounts(TableForm form, DecisionTable compiled, Asked asked) {
        var amount = asked.amount();
        var hit = compiled.decideOne(fact(asked));
        if (amount == null || hit.isEmpty()) {
            return List.of();
        }
        var terms = hit.get().terms();
        if (form.equals(ChannelFees.FORM)) {
            return List.of(new Trial.Amount(form.title(), ChannelFees.fee(terms, amount)));
        } else if (form.equals(TaxRates.FORM)) {
            var split = taxes.split(amount, TaxRates.rate(terms));
            return List.of(new Trial.Amount("不含税", split.net()), new Trial.Amount("税额", split.tax()));
        } else if (form.equals(CommissionRules.FORM)) {
            return CommissionRules.partsByRole(terms, amount).entrySet().stream()
                    .map(part -> new Trial.Amount(CommissionRules.label(part.getKey()), part.getValue()))
                    .toList();
        }
        return List.of();
    }

    private static Case fact(Asked asked) {
        var fact = Case.on(asked.day()).deal(asked.type()).city(asked.city()).store(asked.store());
        if (asked.subject() != null) {
            fact.subject(asked.subject());
        }
        if (asked.amount() != null) {
            fact.amount(asked.amount().fen());
        }
        if (asked.percent() != null) {
            fact.percent(asked.percent());
        }
        return fact;
    }

    private Asked read(TableForm form, TrialCase given) {
        var checks = new Checks();
        var day = checks.optionalDate("day", given.day());
        var type = checks.optionalOneOf("type", DealType.class, given.type());
        var amount = blank(given.amount()) ? null : checks.amount("amount", given.amount());
        var percent = blank(given.percent()) ? null : checks.decimal("percent", given.percent());
        var discount = blank(given.discount()) ? null : checks.decimal("discount", given.discount());
        if (form.equals(FeeForm.FORM)) {
            checks.required("type", given.type(), 20);
            checks.required("city", given.city(), 60);
            checks.required("amount", given.amount(), 24);
        }
        var city = checks.optional("city", given.city(), 60);
        var store = checks.optional("store", given.store(), 40);
        var subject = subject(form, given.subject(), checks);
        refuseOnce(checks);
        return new Asked(
                day == null ? BusinessTime.today(clock) : day,
                type,
                Objects.requireNonNullElse(city, ""),
                Objects.requireNonNullElse(store, ""),
                subject,
                amount,
                percent,
                given.services(),
                discount);
    }

    private static void refuseOnce(Checks checks) {
        var errors = checks.errors().stream().distinct().toList();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static @Nullable String subject(TableForm form, @Nullable String given, Checks checks) {
        var column = form.columns().stream()
                .filter(c -> c.key().equals(CaseColumns.SUBJECT))
                .findFirst();
        if (column.isEmpty() || blank(given)) {
            return null;
        }
        var text = Objects.requireNonNull(given).strip();
        var code = column.get().kind().code(text);
        if (code == null) {
            checks.add(
                    "subject",
                    column.get().kind().refusal(),
                    String.join("、", column.get().kind().choices()));
        }
        return code;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<Trial.Row> rows(TableForm form, List<Verdict> verdicts) {
        var items = verdicts.stream()
                .filter(verdict -> verdict.outcome() != Verdict.Outcome.FAILED)
                .map(Verdict::keys)
                .collect(Collectors.toSet());
        var fired = verdicts.stream()
                .filter(verdict -> verdict.outcome() != Verdict.Outcome.FAILED)
                .map(verdict -> row(form, verdict));
        var others = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Verdict.Outcome.FAILED)
                .filter(verdict -> items.isEmpty() || items.contains(verdict.keys()))
                .sorted(Comparator.comparingInt(verdict -> verdict.failed().size()))
                .limit(items.isEmpty() ? CLOSEST : MOST_FAILED)
                .map(verdict -> row(form, verdict));
        return Stream.concat(fired, others)
                .sorted(Comparator.comparingInt(Trial.Row::number))
                .toList();
    }

    private static Trial.Row row(TableForm form, Verdict verdict) {
        var row = verdict.row();
        return new Trial.Row(
                row.number(),
                String.join(" ", verdict.keys()).strip(),
                Trial.Outcome.valueOf(verdict.outcome().name()),
                row.texts(),
                verdict.failed().stream()
                        .map(column -> new Trial.Failed(
                                form.cell(row.number(), column),
                                column.label(),
                                row.texts().getOrDefault(column.label(), "")))
                        .toList());
    }
}
