package io.shouqi.portal.tasks;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.approval.ApprovalTrail;
import io.shouqi.contract.ContractStatus;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The business behind a task: the contract it is about.
 *
 * @param price of the deal, or the monthly rent
 * @param fees the total of the fee list that counts
 * @param outstanding what is open of the receivables; null before there are any
 * @param nextDue the earliest day on which something open falls due
 * @param approval the latest exception somebody must agree to; null where none was asked for
 * @param adjustment the one under way, which is what must be agreed to then; null where there is none
 */
record CaseFacts(
        String contractNo,
        DealType type,
        ContractStatus status,
        LocalDate signedOn,
        String address,
        @Nullable Money price,
        List<Side> sides,
        @Nullable Money fees,
        @Nullable Money outstanding,
        @Nullable LocalDate nextDue,
        @Nullable ApprovalTrail approval,
        @Nullable AdjustmentView adjustment) {

    /** @param phone masked */
    record Side(PartyRole role, String name, String phone) {}
}
