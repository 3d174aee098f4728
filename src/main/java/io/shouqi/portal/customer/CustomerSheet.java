package io.shouqi.portal.customer;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.portal.ContractView.EarnestView;
import io.shouqi.portal.FeeSection;
import io.shouqi.portal.Letterheads;
import io.shouqi.portal.PaidSlip;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one payer sees of a contract on an own link: the own fees, the own debts, the own receipts. */
public record CustomerSheet(
        String token,
        State state,
        Letterheads.Letterhead from,
        Deal deal,
        Payer payer,
        List<FeeSection> fees,
        List<Change> changes,
        Money total,
        List<Debt> debts,
        List<PaidSlip> slips,
        List<EarnestView> earnest,
        List<Moment> history) {

    public enum State {
        /** The link is too old to show anything but the way to the store. */
        EXPIRED,
        /** The contract was given up; what was paid stays to be seen. */
        CANCELLED,
        ASKED,
        DECLINED,
        /** Another payer declined: a new list will come. */
        CHANGING,
        /** Agreed; another payer has not answered yet, or the debts are being made up. */
        WAITING,
        PAYING,
        PAID
    }

    /** @param value the price, or the monthly rent of a rental */
    public record Deal(String contractNo, DealType type, LocalDate signedOn, Money value, String address) {}

    /** @param expiresAt when the link ends */
    public record Payer(
            PartyRole role,
            String name,
            ZonedDateTime expiresAt,
            @Nullable ZonedDateTime answeredAt,
            @Nullable String declineReason) {}

    /**
     * @param fees what it collects, in words
     * @param due whether it is due by now or on a known day; else it waits for a step of the deal
     */
    public record Debt(ReceivableView receivable, String fees, boolean due) {}

    /** What a correction of the fees changed for this payer, and why. */
    public record Change(LocalDate day, String reason, List<AdjustmentView.Line> lines) {}

    /**
     * Something that happened, as the payer knows it.
     *
     * @param at null for a day without an hour
     * @param detail such as the receipt's number
     */
    public record Moment(
            Kind kind,
            LocalDate day,
            @Nullable ZonedDateTime at,
            @Nullable Money amount,
            @Nullable String detail) {

        public enum Kind {
            SIGNED,
            SENT,
            CONFIRMED,
            CONFIRMED_AT_STORE,
            DECLINED,
            PAID,
            SETTLED
        }
    }

    /** What the payer paid so far. */
    public Money paid() {
        return Money.sum(debts.stream().map(debt -> debt.receivable().paid()).toList());
    }

    /** Whether the fees are worth showing: once all is over the receipts say more. */
    public boolean isAlive() {
        return state != State.CANCELLED && state != State.EXPIRED;
    }

    public List<Debt> open() {
        return debts.stream()
                .filter(debt -> debt.receivable().outstanding().isPositive())
                .toList();
    }

    public Money outstanding() {
        return Money.sum(
                debts.stream().map(debt -> debt.receivable().outstanding()).toList());
    }

    /** What is proposed to be paid now. */
    public Money proposed() {
        return Money.sum(open().stream()
                .filter(Debt::due)
                .map(debt -> debt.receivable().outstanding())
                .toList());
    }
}
