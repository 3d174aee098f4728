package io.shouqi.portal;

import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Parties;
import io.shouqi.contract.Person;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows in full what screens mask; the audit log keeps who looked, at whom, and why. */
@Service
@Transactional
class Revealing {

    private final Contracts contracts;
    private final Parties parties;
    private final AuditTrail audit;

    Revealing(Contracts contracts, Parties parties, AuditTrail audit) {
        this.contracts = contracts;
        this.parties = parties;
        this.audit = audit;
    }

    /** @throws Refusal 404 outside of the actor's stores, or where nobody has that role on the contract */
    Person reveal(Actor actor, String contractNo, PartyRole role, String reason) {
        var contract = contracts.visibleTo(actor, contractNo);
        var person = parties.open(contract, role).orElseThrow(() -> Refusal.unknown("contract.unknown", contractNo));
        audit.record(AuditEntry.unmasked(contract.storeCode(), "contract_party", contractNo + " " + role, reason));
        return person;
    }
}
