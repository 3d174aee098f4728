package io.shouqi.portal.entry;

import io.shouqi.contract.ConfirmedPlan;
import io.shouqi.contract.Estimate;
import io.shouqi.contract.Estimates;
import io.shouqi.contract.FeeListLine;
import io.shouqi.contract.Lookalikes;
import io.shouqi.identity.Actor;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.portal.FeeNames;
import io.shouqi.portal.FeeSections;
import io.shouqi.receivable.PlannedDue;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a half-filled form will come to. */
@Component
@Transactional(readOnly = true)
class EntryQuotes {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /** What is empty may still be typed; the panel speaks of what was. */
    private static final String NOT_YET = "field.required";

    private final Estimates estimates;
    private final Lookalikes lookalikes;
    private final FeeSections sections;
    private final MessageSource messages;

    EntryQuotes(Estimates estimates, Lookalikes lookalikes, FeeSections sections, MessageSource messages) {
        this.estimates = estimates;
        this.lookalikes = lookalikes;
        this.sections = sections;
        this.messages = messages;
    }

    /** @param kept whether the form is saved as a draft */
    EntryQuote of(EntryForm form, Actor actor, Locale locale, boolean kept) {
        var request = form.request();
        var estimate = estimates.of(request, actor);
        var lines = estimate.plan().map(ConfirmedPlan::lines).orElse(List.of());
        var taken = lookalikes.numbered(actor.company(), request.externalNo()).orElse(null);
        return new EntryQuote(
                sections.of(lines.stream().map(LineView::of).toList(), locale),
                payers(lines),
                estimate.total(),
                estimate.before().minus(estimate.total()),
                estimate.approvers(),
                dues(estimate, lines),
                estimate.faults().stream()
                        .filter(fault -> !fault.code().equals(NOT_YET))
                        .map(fault -> words(fault, locale))
                        .toList(),
                taken,
                taken == null ? lookalikes.of(actor.company(), request) : List.of(),
                hasSamePhone(form),
                form.different() != null,
                kept);
    }

    private static boolean hasSamePhone(EntryForm form) {
        var phones = EntryForm.given(form.parties()).stream()
                .map(party -> Objects.requireNonNullElse(party.phone(), "").replaceAll("\\D", ""))
                .filter(phone -> !phone.isEmpty())
                .toList();
        return Set.copyOf(phones).size() < phones.size();
    }

    private static List<EntryQuote.PayersSum> payers(List<FeeListLine> lines) {
        return lines.stream()
                .map(FeeListLine::payer)
                .distinct()
                .sorted()
                .map(payer -> new EntryQuote.PayersSum(
                        payer,
                        Money.sum(lines.stream()
                                .filter(line -> line.payer() == payer)
                                .map(FeeListLine::amount)
                                .toList())))
                .toList();
    }

    private static List<EntryQuote.Due> dues(Estimate estimate, List<FeeListLine> lines) {
        var names = FeeNames.of(lines.stream().map(LineView::of).toList());
        return estimate
                .plan()
                .filter(plan -> estimate.faults().isEmpty())
                .map(PlannedDue::of)
                .orElse(List.of())
                .stream()
                .map(due -> new EntryQuote.Due(due, names.of(due.feeCodes())))
                .toList();
    }

    private String words(FieldError fault, Locale locale) {
        var label = messages.getMessage(
                "entry.label." + INDEX.matcher(fault.field()).replaceAll(""), null, "", locale);
        var text = messages.getMessage(fault.code(), fault.arguments().toArray(), fault.code(), locale);
        return label == null || label.isEmpty() ? String.valueOf(text) : label + "：" + text;
    }
}
