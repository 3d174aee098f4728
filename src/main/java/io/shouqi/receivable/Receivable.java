package io.shouqi.receivable;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.contract.Milestone;
import io.shouqi.ledger.Account;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one payer owes for one instalment. Amounts in fen; paid never exceeds the amount. */
@Entity
public class Receivable {

    /** Follow-up starts when the store opens on the day after the due date. */
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;
    private String contractNo;

    @Enumerated(EnumType.STRING)
    private PartyRole payer;

    private String payerName;

    /** Codes of the fees it collects, joined by commas. */
    private String feeCodes;

    private boolean entrusted;
    private @Nullable String tax;
    private int instalment;

    @Enumerated(EnumType.STRING)
    private @Nullable Milestone milestone;

    private @Nullable LocalDate dueOn;
    private long amountFen;
    private long paidFen;

    @Enumerated(EnumType.STRING)
    private ReceivableStatus status;

    /** Whether revenue was recognised; until then money received is a contract liability. */
    private boolean recognised;

    private @Nullable Instant askedAt;
    private @Nullable LocalDate followUpOn;

    @Version
    private @Nullable Integer version;

    protected Receivable() {}

    Receivable(String number, String company, String storeCode, String contractNo, Instalment part) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.company = company;
        this.storeCode = storeCode;
        this.contractNo = contractNo;
        this.payer = part.payer();
        this.payerName = part.payerName();
        this.feeCodes = String.join(",", part.feeCodes());
        this.entrusted = part.entrusted();
        this.tax = part.tax();
        this.instalment = part.sequence();
        this.milestone = part.milestone();
        this.dueOn = part.dueOn();
        this.amountFen = part.amount().fen();
        this.status = part.dueOn() == null ? ReceivableStatus.WAITING : ReceivableStatus.OPEN;
    }

    /** Takes what fits and returns the rest, which belongs to the customer. */
    Money take(Money received) {
        if (status == ReceivableStatus.CANCELLED) {
            return received;
        }
        var fitting = received.min(outstanding());
        paidFen += fitting.fen();
        if (outstanding().isZero()) {
            status = ReceivableStatus.SETTLED;
        }
        return received.minus(fitting);
    }

    /** Gives back what it took by mistake, and is owed again. */
    void giveBack(Money mistaken, LocalDate today) {
        if (status == ReceivableStatus.CANCELLED) {
            throw Refusal.conflict("receivable.cancelled", number);
        }
        if (mistaken.compareTo(paid()) > 0) {
            throw new IllegalArgumentException(number + " took less than " + mistaken);
        }
        paidFen -= mistaken.fen();
        if (status == ReceivableStatus.SETTLED && mistaken.isPositive()) {
            status = dueOn == null ? ReceivableStatus.WAITING : ReceivableStatus.OPEN;
            markOverdue(today);
        }
    }

    void fallDue(LocalDate day) {
        if (status == ReceivableStatus.WAITING) {
            status = ReceivableStatus.OPEN;
        }
        dueOn = day;
    }

    void recognise() {
        recognised = true;
    }

    /** @return what was paid, which now belongs to the customer */
    Money cancel() {
        if (status == ReceivableStatus.CANCELLED) {
            throw Refusal.conflict("receivable.cancelled", number);
        }
        status = ReceivableStatus.CANCELLED;
        return paid();
    }

    /**
     * Is for less from now on. Where nothing is left of it, it is owed no more.
     *
     * @param less no more than the amount
     * @param givenBack how much of that had been paid already, and belongs to the customer again
     */
    void reduce(Money less, Money givenBack) {
        if (status == ReceivableStatus.CANCELLED) {
            throw Refusal.conflict("receivable.cancelled", number);
        }
        var unpaid = less.minus(givenBack);
        if (!less.isPositive()
                || givenBack.isNegative()
                || unpaid.isNegative()
                || givenBack.compareTo(paid()) > 0
                || unpaid.compareTo(outstanding()) > 0) {
            throw new IllegalArgumentException(number + " cannot be " + less + " less, " + givenBack + " of it paid");
        }
        amountFen -= less.fen();
        paidFen -= givenBack.fen();
        if (amountFen == 0) {
            status = ReceivableStatus.CANCELLED;
        } else if (outstanding().isZero()) {
            status = ReceivableStatus.SETTLED;
        }
    }

    void markOverdue(LocalDate today) {
        if (status == ReceivableStatus.OPEN && dueOn != null && dueOn.isBefore(today)) {
            status = ReceivableStatus.OVERDUE;
        }
    }

    void followUp(LocalDate next) {
        followUpOn = next;
    }

    void asked(Instant now) {
        askedAt = now;
    }

    /** When somebody must look after it next; null while nothing is due. */
    @Nullable
    Instant nextFollowUp() {
        if (dueOn == null) {
            return null;
        }
        var day = followUpOn == null ? dueOn.plusDays(1) : followUpOn;
        return day.atTime(OPENING).atZone(BusinessTime.ZONE).toInstant();
    }

    /** The account that money for it is credited to. */
    Account creditAccount() {
        if (entrusted) {
            return Account.ENTRUSTED;
        }
        return recognised ? Account.RECEIVABLE : Account.ADVANCE;
    }

    boolean closed() {
        return status == ReceivableStatus.SETTLED || status == ReceivableStatus.CANCELLED;
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

    public List<String> feeCodes() {
        return List.of(feeCodes.split(","));
    }

    public boolean entrusted() {
        return entrusted;
    }

    /** Code of the tax treatment; null for entrusted money. */
    public @Nullable String tax() {
        return tax;
    }

    public int instalment() {
        return instalment;
    }

    public @Nullable Milestone milestone() {
        return milestone;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public Money amount() {
        return Money.ofFen(amountFen);
    }

    public Money paid() {
        return Money.ofFen(paidFen);
    }

    public Money outstanding() {
        return status == ReceivableStatus.CANCELLED ? Money.ZERO : Money.ofFen(amountFen - paidFen);
    }

    public ReceivableStatus status() {
        return status;
    }

    boolean recognised() {
        return recognised;
    }
}
