package io.shouqi.portal;

import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Milestone;
import io.shouqi.identity.Store;
import io.shouqi.portal.ContractView.ConfirmationView;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as its page shows it. */
public record ContractSheet(
        ContractView contract,
        ContractStatus status,
        @Nullable Store store,
        List<FeeSection> fees,
        List<Owed> receivables,
        Money owed,
        Money paid,
        List<Milestone> ahead,
        List<Run> runs) {

    /** @param fees what it collects, in words */
    public record Owed(ReceivableView receivable, String fees) {}

    /**
     * A process that works or worked on this contract.
     *
     * @param at names of the steps it waits at
     */
    public record Run(String process, String key, boolean ended, boolean failed, List<String> at) {}

    public Money outstanding() {
        return owed.minus(paid);
    }

    public boolean isConfirmable() {
        return status == ContractStatus.PENDING_CONFIRMATION
                && contract.feeList().confirmations().stream().anyMatch(ContractSheet::pending);
    }

    public List<ConfirmationView> pending() {
        return contract.feeList().confirmations().stream()
                .filter(ContractSheet::pending)
                .toList();
    }

    /** Once everything is paid it takes a refund to end the deal. */
    public boolean isCancellable() {
        return status != ContractStatus.SETTLED && !status.ended();
    }

    public boolean isReportable() {
        return !status.ended() && !ahead.isEmpty();
    }

    public boolean isCollecting() {
        return status.collects() && outstanding().isPositive();
    }

    /** Another one where anything on the page is another. */
    public String mark() {
        return Integer.toHexString(hashCode());
    }

    /** The process goes on by itself right now; the page looks again in a moment. */
    public boolean isMoving() {
        var settling = receivables.isEmpty() || !outstanding().isPositive();
        return status == ContractStatus.SETTLED || (status == ContractStatus.COLLECTING && settling);
    }

    private static boolean pending(ConfirmationView confirmation) {
        return confirmation.answer().equals("PENDING");
    }
}
