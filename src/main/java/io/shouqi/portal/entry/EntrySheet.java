package io.shouqi.portal.entry;

import io.shouqi.contract.ContractRequest.AgentRequest;
import io.shouqi.contract.ContractRequest.PartyRequest;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users.Colleague;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.FeeItem;
import io.shouqi.pricing.InstalmentTemplates.Template;
import io.shouqi.pricing.PartyRole;
import java.time.LocalDate;
import java.util.List;

/**
 * The page with what was typed and what may be chosen.
 *
 * @param needed how many of the people the deal cannot do without; they come first
 * @param otherRoles for people beyond those
 */
public record EntrySheet(
        EntryForm form,
        DealType type,
        LocalDate today,
        List<Store> stores,
        List<PartyRequest> people,
        int needed,
        List<PartyRole> otherRoles,
        List<AgentRequest> agents,
        List<Colleague> colleagues,
        List<FeeItem> services,
        List<Template> templates,
        List<EntryForm.Part> parts,
        List<Drafts.Draft> drafts) {

    public boolean isRental() {
        return type == DealType.RENTAL;
    }

    public boolean isChosen(String service) {
        return EntryForm.given(form.services()).contains(service);
    }

    public boolean isOwnPlan() {
        return form.isOwnPlan();
    }

    /** Where the day is to be typed. */
    public boolean isOnADay(EntryForm.Part part) {
        return EntryForm.ON_A_DAY.equals(part.milestone());
    }
}
