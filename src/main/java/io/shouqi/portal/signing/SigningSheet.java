package io.shouqi.portal.signing;

import io.shouqi.contract.Confirmation;
import io.shouqi.portal.FeeSection;
import io.shouqi.portal.Letterheads.Letterhead;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** What a payer reads before signing: the own fees and nothing of the other side. */
public record SigningSheet(
        String contractNo,
        Letterhead from,
        Payer payer,
        Deal deal,
        List<FeeSection> fees,
        Money total,
        Confirmation.Answer answer) {

    public record Payer(PartyRole role, String name) {}

    public record Deal(DealType type, String address, LocalDate signedOn) {}

    /** What was adjusted since; before a list is signed nothing can have been. */
    public List<?> changes() {
        return List.of();
    }

    public boolean isOpen() {
        return answer == Confirmation.Answer.PENDING;
    }
}
