package io.shouqi.portal.signing;

import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.contract.Confirmation;
import io.shouqi.contract.Contract;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.FeeListLine;
import io.shouqi.contract.Party;
import io.shouqi.contract.Signature;
import io.shouqi.contract.SignatureDesk;
import io.shouqi.contract.SignaturePicture;
import io.shouqi.identity.Actor;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.portal.FeeSections;
import io.shouqi.portal.Letterheads;
import io.shouqi.portal.Yuan;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a fee list for being signed by one payer, and keeps what was signed. */
@Component
@Transactional
class SigningSheets {

    private final Contracts contracts;
    private final SignatureDesk signatures;
    private final CustomerLinks links;
    private final FeeSections sections;
    private final Letterheads letterheads;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final URI publicUrl;

    SigningSheets(
            Contracts contracts,
            SignatureDesk signatures,
            CustomerLinks links,
            FeeSections sections,
            Letterheads letterheads,
            AuditTrail audit,
            MessageSource messages,
            @Value("${shouqi.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.contracts = contracts;
        this.signatures = signatures;
        this.links = links;
        this.sections = sections;
        this.letterheads = letterheads;
        this.audit = audit;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /** @throws Refusal 404 outside of the actor's stores; 409 where there is nothing to sign */
    SigningSheet open(Actor actor, String number, PartyRole party) {
        var sheet = of(actor, number, party, Locale.CHINA);
        if (contracts.visibleTo(actor, number).status() != ContractStatus.PENDING_CONFIRMATION || !sheet.isOpen()) {
            throw Refusal.conflict("feeList.answered");
        }
        return sheet;
    }

    @Transactional(readOnly = true)
    public SigningSheet of(Actor actor, String number, PartyRole party, Locale locale) {
        var contract = contracts.visibleTo(actor, number);
        var list = contracts.feeList(number);
        var lines = list.linesOf(party);
        return new SigningSheet(
                number,
                letterheads.of(contract.company(), contract.storeCode()),
                new SigningSheet.Payer(
                        party, contract.party(party).map(Party::name).orElse("")),
                new SigningSheet.Deal(contract.type(), contract.address(), contract.signedOn()),
                sections.of(lines.stream().map(LineView::of).toList(), locale),
                Money.sum(lines.stream().map(FeeListLine::amount).toList()),
                confirmation(contract, party).answer());
    }

    void sign(Actor actor, String number, PartyRole party, SignaturePicture picture, Locale locale) {
        var sheet = open(actor, number, party);
        signatures.sign(
                contracts.visibleTo(actor, number),
                party,
                picture,
                messages.getMessage("sign.statement", new Object[] {Yuan.text(sheet.total())}, locale),
                messages.getMessage("sign.evidence", null, Locale.CHINA),
                actor);
    }

    /** The payer's own page, for the camera of the payer's phone. */
    @Transactional(readOnly = true)
    public String link(Actor actor, String number, PartyRole party) {
        var contract = contracts.visibleTo(actor, number);
        return publicUrl
                .resolve("/c/" + links.token(confirmation(contract, party)))
                .toString();
    }

    /** Opens the picture; the audit log keeps who looked. */
    Signature signature(Actor actor, String number, PartyRole party) {
        var contract = contracts.visibleTo(actor, number);
        var signature = signatures
                .of(confirmation(contract, party))
                .orElseThrow(() -> Refusal.unknown("contract.unknown", number));
        audit.record(AuditEntry.unmasked(
                contract.storeCode(),
                "fee_list_signature",
                number + " " + party,
                messages.getMessage("sign.looked", null, Locale.CHINA)));
        return signature;
    }

    private Confirmation confirmation(Contract contract, PartyRole party) {
        return contracts.feeList(contract.number()).confirmations().stream()
                .filter(c -> c.payer() == party)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("party", "feeList.party", party.name()));
    }
}
