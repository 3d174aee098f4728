package io.shouqi.portal.signing;

import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.contract.Confirmation;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeList;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.FeeListLine;
import io.shouqi.contract.Party;
import io.shouqi.contract.Signature;
import io.shouqi.contract.SignatureDesk;
import io.shouqi.identity.Actor;
import io.shouqi.invoice.FeeListPaper;
import io.shouqi.invoice.FeeListPrinter;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.portal.FeeSections;
import io.shouqi.portal.Letterheads;
import io.shouqi.portal.Yuan;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fee lists on paper, with the signature where one was given. They are Chinese, whoever asks for them. */
@Component
@Transactional
public class FeeListPapers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Contracts contracts;
    private final FeeListDesk feeLists;
    private final SignatureDesk signatures;
    private final FeeSections sections;
    private final Letterheads letterheads;
    private final FeeListPrinter printer;
    private final AuditTrail audit;
    private final MessageSource messages;

    FeeListPapers(
            Contracts contracts,
            FeeListDesk feeLists,
            SignatureDesk signatures,
            FeeSections sections,
            Letterheads letterheads,
            FeeListPrinter printer,
            AuditTrail audit,
            MessageSource messages) {
        this.contracts = contracts;
        this.feeLists = feeLists;
        this.signatures = signatures;
        this.sections = sections;
        this.letterheads = letterheads;
        this.printer = printer;
        this.audit = audit;
        this.messages = messages;
    }

    /** Every payer's part; that signatures were printed is kept in the audit log. */
    byte[] forStaff(Actor actor, String number) {
        var contract = contracts.visibleTo(actor, number);
        var list = contracts.feeList(number);
        if (list.confirmations().stream().anyMatch(c -> signatures.signedAt(c).isPresent())) {
            audit.record(AuditEntry.unmasked(contract.storeCode(), "fee_list_signature", number, text("sign.printed")));
        }
        return printer.print(paper(contract, list, list.payers()));
    }

    /**
     * The part of the payer whose link this is.
     *
     * @throws Refusal 404 for a link nobody has; 409 where it has expired
     */
    @Transactional(readOnly = true)
    public byte[] forCustomer(String link) {
        var view = feeLists.forCustomer(link);
        if (view.expired()) {
            throw Refusal.conflict("link.expired");
        }
        return printer.print(
                paper(view.contract(), view.list(), List.of(view.confirmation().payer())));
    }

    private FeeListPaper paper(Contract contract, FeeList list, List<PartyRole> payers) {
        var from = letterheads.of(contract.company(), contract.storeCode());
        return new FeeListPaper(
                list.id(),
                Objects.requireNonNullElse(list.frozenAt(), contract.createdAt()),
                from.company(),
                (from.store() + " " + from.phone() + " " + from.address()).strip(),
                new FeeListPaper.Deal(contract.number(), text("sign.paper.edition", list.edition()), facts(contract)),
                payers.stream().map(payer -> part(contract, list, payer)).toList());
    }

    private List<FeeListPaper.Fact> facts(Contract contract) {
        var facts = new ArrayList<FeeListPaper.Fact>();
        facts.add(new FeeListPaper.Fact(text("receipt.address"), contract.address()));
        facts.add(new FeeListPaper.Fact(text("sheet.type"), text("dealType." + contract.type())));
        Optional.ofNullable(contract.price())
                .ifPresent(price -> facts.add(new FeeListPaper.Fact(text("sheet.price"), Yuan.text(price))));
        Optional.ofNullable(contract.monthlyRent())
                .ifPresent(rent -> facts.add(new FeeListPaper.Fact(text("sheet.rent"), Yuan.text(rent))));
        facts.add(new FeeListPaper.Fact(
                text("contracts.signedOn"), contract.signedOn().toString()));
        return facts;
    }

    private FeeListPaper.Part part(Contract contract, FeeList list, PartyRole payer) {
        var lines = list.linesOf(payer);
        var confirmation =
                list.confirmations().stream().filter(c -> c.payer() == payer).findFirst();
        return new FeeListPaper.Part(
                text("party." + payer) + " "
                        + contract.party(payer).map(Party::name).orElse(""),
                sections.of(lines.stream().map(LineView::of).toList(), Locale.CHINA).stream()
                        .map(section -> new FeeListPaper.Section(
                                text("feeSection." + section.name()),
                                section.lines().stream()
                                        .map(line -> new FeeListPaper.Line(
                                                line.fee().name(),
                                                line.reason().sentence(),
                                                line.fee().amount()))
                                        .toList()))
                        .toList(),
                Money.sum(lines.stream().map(FeeListLine::amount).toList()),
                confirmation.map(this::answer).orElse(""),
                confirmation.flatMap(signatures::of).map(this::signed).orElse(null));
    }

    private String answer(Confirmation confirmation) {
        var at = confirmation.answeredAt();
        if (confirmation.answer() != Confirmation.Answer.CONFIRMED || at == null) {
            return "";
        }
        var by = confirmation.recordedByName();
        return by == null ? text("sign.paper.online", time(at)) : text("sign.paper.store", time(at), by);
    }

    private FeeListPaper.Signed signed(Signature signature) {
        return new FeeListPaper.Signed(
                signature.picture(),
                signature.statement(),
                BusinessTime.dayOf(signature.signedAt()).toString());
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(BusinessTime.ZONE));
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }
}
