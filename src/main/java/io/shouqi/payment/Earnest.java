package io.shouqi.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.contract.Contract;
import io.shouqi.ledger.Account;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Earnest money 定金/意向金 held for the parties of a deal. It is never the store's own. */
@Entity
public class Earnest {

    public enum Status {
        /** Asked for, nothing here yet. */
        AWAITED,
        HELD,
        /** The payer broke the deal: it belongs to the other side now. */
        FORFEITED,
        /** Nothing is left. */
        SETTLED
    }

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;
    private String contractNo;

    @Enumerated(EnumType.STRING)
    private PartyRole payer;

    private String payerName;

    /** Whose it is: the payer's until forfeited. */
    private String owner;

    private long askedFen;
    private long heldFen;

    /** Where it lies: the escrow account or the till. */
    @Enumerated(EnumType.STRING)
    private @Nullable Account place;

    private @Nullable String receiptNo;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Version
    private @Nullable Integer version;

    protected Earnest() {}

    Earnest(String number, Contract contract, PartyRole payer, String payerName, Money asked) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.company = contract.company();
        this.storeCode = contract.storeCode();
        this.contractNo = contract.number();
        this.payer = payer;
        this.payerName = payerName;
        this.owner = payerName;
        this.askedFen = asked.fen();
        this.status = Status.AWAITED;
    }

    void receive(Receipt receipt, Account place) {
        heldFen += receipt.amount().fen();
        this.place = place;
        receiptNo = receipt.number();
        status = Status.HELD;
    }

    /** @throws Refusal where less is held than should go */
    void release(Money amount) {
        if (amount.compareTo(held()) > 0) {
            throw Refusal.invalid("amount", "earnest.tooMuch", held().yuan());
        }
        heldFen -= amount.fen();
        if (heldFen == 0) {
            status = Status.SETTLED;
        }
    }

    void forfeit(String newOwner) {
        if (status != Status.HELD) {
            throw Refusal.conflict("earnest.notHeld", number);
        }
        status = Status.FORFEITED;
        owner = newOwner;
    }

    void requireHeldForPayer() {
        if (status != Status.HELD) {
            throw Refusal.conflict("earnest.notHeld", number);
        }
    }

    public String number() {
        return number;
    }

    public String company() {
        return company;
    }

    public String storeCode() {
        return storeCode;
    }

    public String contractNo() {
        return contractNo;
    }

    public PartyRole payer() {
        return payer;
    }

    public String payerName() {
        return payerName;
    }

    public String owner() {
        return owner;
    }

    public Money asked() {
        return Money.ofFen(askedFen);
    }

    public Money held() {
        return Money.ofFen(heldFen);
    }

    Account place() {
        return place == null ? Account.ESCROW_BANK : place;
    }

    @Nullable
    String receiptNo() {
        return receiptNo;
    }

    public Status status() {
        return status;
    }
}
