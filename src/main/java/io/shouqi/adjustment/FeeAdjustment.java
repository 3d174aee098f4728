package io.shouqi.adjustment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.contract.Contract;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Treatment;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Other amounts than the confirmed fee list says, on their way to what the payers owe. Amounts in fen. */
@Entity
class FeeAdjustment {

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;
    private String contractNo;
    private int tableVersion;
    private String reason;

    @Enumerated(EnumType.STRING)
    private AdjustmentStatus status;

    private long beforeFen;
    private long afterFen;

    /** Number of the approval that decides. */
    private String approval;

    private UUID requestedBy;
    private String requestedByName;
    /** The absent colleague who was stood in for. */
    private @Nullable UUID requestedFor;

    private Instant requestedAt;
    private @Nullable String consentEvidence;
    private @Nullable UUID consentBy;
    private @Nullable String consentByName;
    private @Nullable Instant endedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "fee_adjustment_line", joinColumns = @JoinColumn(name = "adjustment_id"))
    @OrderColumn(name = "seq")
    private List<AdjustmentLine> lines = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    protected FeeAdjustment() {}

    FeeAdjustment(String number, Contract contract, Proposal proposal, String approval, Actor actor, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.company = contract.company();
        this.storeCode = contract.storeCode();
        this.contractNo = contract.number();
        this.tableVersion = proposal.tableVersion();
        this.reason = proposal.reason();
        this.status = AdjustmentStatus.REQUESTED;
        this.beforeFen = proposal.before().fen();
        this.afterFen = proposal.after().fen();
        this.approval = approval;
        this.requestedBy = actor.id();
        this.requestedByName = actor.name();
        this.requestedFor = actor.onBehalfOf();
        this.requestedAt = now;
        this.lines = new ArrayList<>(proposal.lines());
    }

    void approve() {
        status = needsConsent() ? AdjustmentStatus.AWAITING_CONSENT : AdjustmentStatus.APPROVED;
    }

    /** @param evidence what proves the answer, such as a signed paper */
    void answered(boolean agreed, String evidence, Actor by, Instant now) {
        if (status != AdjustmentStatus.AWAITING_CONSENT) {
            throw Refusal.conflict("adjustment.ended", number);
        }
        consentEvidence = evidence;
        consentBy = by.id();
        consentByName = by.name();
        if (agreed) {
            status = AdjustmentStatus.APPROVED;
        } else {
            end(AdjustmentStatus.DECLINED, now);
        }
    }

    void end(AdjustmentStatus how, Instant now) {
        status = how;
        endedAt = now;
    }

    /** Nobody pays more than agreed without having said yes; who pays less in total is not asked. */
    boolean needsConsent() {
        return !payersOfMore().isEmpty();
    }

    List<PartyRole> payersOfMore() {
        return deltas(AdjustmentLine::payer).entrySet().stream()
                .filter(payer -> payer.getValue().isPositive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether something would have to be asked for that was not: only while the contract collects. */
    boolean asksForMore() {
        return byTreatment().values().stream().anyMatch(Money::isPositive);
    }

    Map<Treatment, Money> byTreatment() {
        return deltas(AdjustmentLine::treatment);
    }

    private <K> Map<K, Money> deltas(Function<AdjustmentLine, K> key) {
        var sums = new LinkedHashMap<K, Money>();
        lines.forEach(line -> sums.merge(key.apply(line), line.delta(), Money::plus));
        return sums;
    }

    String number() {
        return number;
    }

    String company() {
        return company;
    }

    String storeCode() {
        return storeCode;
    }

    String contractNo() {
        return contractNo;
    }

    int tableVersion() {
        return tableVersion;
    }

    String reason() {
        return reason;
    }

    AdjustmentStatus status() {
        return status;
    }

    Money before() {
        return Money.ofFen(beforeFen);
    }

    Money after() {
        return Money.ofFen(afterFen);
    }

    String approval() {
        return approval;
    }

    String requestedByName() {
        return requestedByName;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    String consentEvidence() {
        return consentEvidence;
    }

    @Nullable
    String consentByName() {
        return consentByName;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    List<AdjustmentLine> lines() {
        return List.copyOf(lines);
    }
}
