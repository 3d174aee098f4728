package io.shouqi.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.pricing.PartyRole;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One payer's answer to one fee list, and the link on which the payer gives it and pays. */
@Entity(name = "fee_list_confirmation")
public class Confirmation {

    public enum Answer {
        PENDING,
        CONFIRMED,
        DECLINED
    }

    /** Who agreed may come back for paying and for receipts. */
    private static final Duration AFTER_AGREEMENT = Duration.ofDays(400);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PartyRole payer;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Embedded
    private Link link;

    private Instant expiresAt;
    private @Nullable Instant answeredAt;
    private @Nullable UUID recordedBy;
    private @Nullable String recordedByName;
    private @Nullable String evidence;
    private @Nullable String declineReason;

    protected Confirmation() {}

    Confirmation(PartyRole payer, Function<UUID, Link> links, Instant expiresAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.payer = payer;
        this.answer = Answer.PENDING;
        this.link = links.apply(id);
        this.expiresAt = expiresAt;
    }

    void agree(Agreement agreement) {
        if (answer == Answer.CONFIRMED) {
            return;
        }
        answer = Answer.CONFIRMED;
        answeredAt = agreement.at();
        recordedBy = agreement.recordedBy();
        recordedByName = agreement.recordedByName();
        evidence = agreement.evidence();
        expiresAt = agreement.at().plus(AFTER_AGREEMENT);
    }

    void decline(String reason, Instant now) {
        answer = Answer.DECLINED;
        answeredAt = now;
        declineReason = reason;
    }

    void renew(Function<UUID, Link> links, Instant linkExpires) {
        link = links.apply(id);
        expiresAt = linkExpires;
    }

    boolean pending() {
        return answer == Answer.PENDING;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public PartyRole payer() {
        return payer;
    }

    public Answer answer() {
        return answer;
    }

    UUID id() {
        return id;
    }

    Link link() {
        return link;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String recordedByName() {
        return recordedByName;
    }

    public @Nullable String evidence() {
        return evidence;
    }

    public @Nullable String declineReason() {
        return declineReason;
    }
}
