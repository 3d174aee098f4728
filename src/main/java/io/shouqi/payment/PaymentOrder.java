package io.shouqi.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.Channel;
import io.shouqi.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order at an online channel: what a payer is asked to pay by scanning a code. It never moves backwards. */
@Entity
public class PaymentOrder {

    public enum Status {
        /** Known here, perhaps also at the channel: placing it again tells. */
        CREATED,
        /** The channel has it; the payer may pay. */
        PLACED,
        PAID,
        CLOSED
    }

    public enum Purpose {
        RECEIVABLES,
        EARNEST
    }

    /** How long a code may be paid. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Duration FIRST_QUERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;
    private String contractNo;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    /** Numbers of the receivables it pays, joined by commas; the number of the deposit for earnest money. */
    private String targets;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private UUID merchantAccountId;
    private long amountFen;
    private String subject;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String codeUrl;
    private Instant expiresAt;
    private Instant nextQueryAt;
    private int queries;
    private @Nullable UUID createdBy;
    private @Nullable String createdByName;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    protected PaymentOrder() {}

    PaymentOrder(String number, NewOrder order, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.company = order.company();
        this.storeCode = order.storeCode();
        this.contractNo = order.contractNo();
        this.purpose = order.purpose();
        this.targets = String.join(",", order.targets());
        this.channel = order.channel();
        this.merchantAccountId = order.merchantAccountId();
        this.amountFen = order.amount().fen();
        this.subject = order.subject();
        this.createdBy = order.collector() == null ? null : order.collector().id();
        this.createdByName =
                order.collector() == null ? null : order.collector().name();
        this.status = Status.CREATED;
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
        this.nextQueryAt = now.plus(FIRST_QUERY);
    }

    void placed(String code) {
        if (status == Status.CREATED) {
            status = Status.PLACED;
        }
        codeUrl = code;
    }

    void paid() {
        status = Status.PAID;
    }

    void closed() {
        if (status != Status.PAID) {
            status = Status.CLOSED;
        }
    }

    /** Asks again later: after a minute, then with growing pauses, and at the latest when it expires. */
    void scheduleQuery(Instant now) {
        queries++;
        var pause = FIRST_QUERY.multipliedBy(1L << Math.min(queries, 10));
        var next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        nextQueryAt = now.isBefore(expiresAt) && next.isAfter(expiresAt) ? expiresAt : next;
    }

    boolean open() {
        return status == Status.CREATED || status == Status.PLACED;
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
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

    public boolean isOfReceivables() {
        return purpose == Purpose.RECEIVABLES;
    }

    Purpose purpose() {
        return purpose;
    }

    public List<String> targets() {
        return List.of(targets.split(","));
    }

    public Channel channel() {
        return channel;
    }

    UUID merchantAccountId() {
        return merchantAccountId;
    }

    public Money amount() {
        return Money.ofFen(amountFen);
    }

    String subject() {
        return subject;
    }

    public Status status() {
        return status;
    }

    public @Nullable String codeUrl() {
        return codeUrl;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    UUID createdBy() {
        return createdBy;
    }

    @Nullable
    String createdByName() {
        return createdByName;
    }
}
