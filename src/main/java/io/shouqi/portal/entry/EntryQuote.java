package io.shouqi.portal.entry;

import io.shouqi.contract.Lookalikes.Lookalike;
import io.shouqi.portal.FeeSection;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.PlannedDue;
import io.shouqi.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the form while it is filled in.
 *
 * @param fees empty while something that decides them is missing
 * @param off what the discount takes off the total
 * @param approvers roles that must agree before the customer is asked
 * @param faults what cannot be so, in words
 * @param taken the contract that has the typed number already
 * @param alike contracts that may be the same deal
 * @param samePhone whether two people have one phone: seldom meant, and the other side's link would go to the wrong one
 * @param different whether the clerk said that they are not
 * @param kept whether what was typed is saved as a draft
 */
public record EntryQuote(
        List<FeeSection> fees,
        List<PayersSum> payers,
        Money total,
        Money off,
        List<String> approvers,
        List<Due> dues,
        List<String> faults,
        @Nullable Lookalike taken,
        List<Lookalike> alike,
        boolean samePhone,
        boolean different,
        boolean kept) {

    public record PayersSum(PartyRole payer, Money amount) {}

    /** @param fees what it collects, in words */
    public record Due(PlannedDue due, String fees) {}

    public boolean isReady() {
        return !fees.isEmpty();
    }
}
