package io.shouqi.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that waits for a person to say what it is 待查款项. */
@Entity
class Suspense {

    enum Status {
        OPEN,
        RESOLVED
    }

    enum Action {
        ALLOCATE,
        KEEP,
        RETURN
    }

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;
    private String receiptNo;
    private @Nullable String contractNo;
    private long amountFen;

    @Enumerated(EnumType.STRING)
    private SuspenseReason reason;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private @Nullable Action action;

    private @Nullable String note;
    private @Nullable UUID resolvedBy;
    private @Nullable String resolvedByName;
    private @Nullable Instant resolvedAt;

    @Version
    private @Nullable Integer version;

    protected Suspense() {}

    Suspense(String number, Receipt receipt, SuspenseReason reason) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.company = receipt.company();
        this.storeCode = receipt.storeCode();
        this.receiptNo = receipt.number();
        this.contractNo = receipt.contractNo();
        this.amountFen = receipt.amount().fen();
        this.reason = reason;
        this.status = Status.OPEN;
    }

    void resolve(Action action, @Nullable String note, Actor actor, Instant now) {
        if (status != Status.OPEN) {
            throw Refusal.conflict("suspense.resolved", number);
        }
        this.status = Status.RESOLVED;
        this.action = action;
        this.note = note;
        this.resolvedBy = actor.id();
        this.resolvedByName = actor.name();
        this.resolvedAt = now;
    }

    boolean open() {
        return status == Status.OPEN;
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

    String receiptNo() {
        return receiptNo;
    }

    @Nullable
    String contractNo() {
        return contractNo;
    }

    Money amount() {
        return Money.ofFen(amountFen);
    }

    SuspenseReason reason() {
        return reason;
    }
}
