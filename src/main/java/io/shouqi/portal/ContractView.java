package io.shouqi.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.contract.FeeListLine;
import io.shouqi.contract.Milestone;
import io.shouqi.payment.Earnest;
import io.shouqi.payment.PaymentView;
import io.shouqi.payment.ReceiptView;
import io.shouqi.pricing.FeeGroup;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.Why;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one contract in one answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractView(
        String contractNo,
        String externalNo,
        String type,
        String status,
        String storeCode,
        LocalDate signedOn,
        @Nullable Money price,
        @Nullable Money monthlyRent,
        String address,
        List<PartyView> parties,
        FeeListView feeList,
        Map<Milestone, LocalDate> milestones,
        List<AdjustmentView> adjustments,
        List<ReceivableView> receivables,
        List<PaymentView> payments,
        List<ReceiptView> receipts,
        List<EarnestView> earnest,
        Money credit,
        List<StepView> steps) {

    /** Phones are masked wherever they are shown. */
    public record PartyView(PartyRole role, String name, String phone) {}

    public record FeeListView(
            int edition, String status, Money total, List<LineView> lines, List<ConfirmationView> confirmations) {}

    public record LineView(
            String code, String name, PartyRole payer, Money amount, FeeGroup group, boolean entrusted, Why why) {

        public static LineView of(FeeListLine line) {
            return new LineView(
                    line.code(), line.name(), line.payer(), line.amount(), line.group(), line.entrusted(), line.why());
        }
    }

    /**
     * @param link the payer's own page; only for those who may send it
     * @param signedAt when the payer signed on the store's device; null where no signature was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConfirmationView(
            PartyRole party,
            String answer,
            String link,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String recordedBy,
            @Nullable String evidence,
            @Nullable String declineReason,
            @Nullable OffsetDateTime signedAt) {}

    public record EarnestView(String earnestNo, PartyRole payer, String owner, Money asked, Money held, String status) {

        public static EarnestView of(Earnest e) {
            return new EarnestView(
                    e.number(),
                    e.payer(),
                    e.owner(),
                    e.asked(),
                    e.held(),
                    e.status().name());
        }
    }

    /** Where the process waits now. */
    public record StepView(String process, String businessKey, List<String> waitsAt) {}
}
