package io.shouqi.approval;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One exception on its way through the levels that must agree to it. Nobody decides on an own request, nor twice. */
@Entity
class Approval {

    enum Status {
        PENDING,
        APPROVED,
        REJECTED
    }

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;

    @Enumerated(EnumType.STRING)
    private ApprovalKind kind;

    private String subject;
    private @Nullable BigDecimal percent;
    private long beforeFen;
    private long afterFen;
    private String reason;
    private UUID requestedBy;
    private String requestedByName;
    /** The absent colleague who was stood in for. */
    private @Nullable UUID requestedFor;

    private Instant requestedAt;

    /** Whether the deadline passed without a decision. */
    private boolean escalated;

    /** Role names in the order in which they decide, joined by commas. */
    private String levels;

    @Enumerated(EnumType.STRING)
    private Status status;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @JoinColumn(name = "approval_id", nullable = false, updatable = false)
    @OrderBy("level")
    private List<ApprovalDecision> decisions = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    protected Approval() {}

    Approval(String number, ApprovalRequest request, List<String> levels, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.company = request.company();
        this.storeCode = request.storeCode();
        this.kind = request.kind();
        this.subject = request.subject();
        this.percent = request.percent();
        this.beforeFen = request.before().fen();
        this.afterFen = request.after().fen();
        this.reason = request.reason();
        this.requestedBy = request.requestedBy();
        this.requestedByName = request.requestedByName();
        this.requestedFor = request.requestedFor();
        this.requestedAt = now;
        this.levels = String.join(",", levels);
        this.status = Status.PENDING;
    }

    /** The role that decides next. */
    Role approver() {
        return Role.valueOf(levels().get(Math.min(decisions.size(), levels().size() - 1)));
    }

    /** @return whether another level must still agree */
    boolean decide(Actor actor, boolean agreed, @Nullable String comment, Instant now) {
        if (status != Status.PENDING) {
            throw Refusal.conflict("approval.decided", number);
        }
        objection(actor).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
        decisions.add(new ApprovalDecision(decisions.size() + 1, approver(), actor, agreed, comment, now));
        if (!agreed) {
            status = Status.REJECTED;
            return false;
        }
        var more = decisions.size() < levels().size();
        status = more ? Status.PENDING : Status.APPROVED;
        return more;
    }

    /**
     * Why this person may not decide: four eyes, and on several levels as many pairs.
     *
     * @return a message code, or empty
     */
    Optional<String> objection(Actor actor) {
        if (actor.sharesEyesWith(requestedBy) || (requestedFor != null && actor.sharesEyesWith(requestedFor))) {
            return Optional.of("approval.own");
        }
        return decisions.stream().anyMatch(d -> d.seenBy(actor)) ? Optional.of("approval.twice") : Optional.empty();
    }

    private List<String> levels() {
        return List.of(levels.split(","));
    }

    void escalate() {
        escalated = status == Status.PENDING;
    }

    boolean escalated() {
        return escalated;
    }

    Optional<ApprovalDecision> rejection() {
        return decisions.stream().filter(d -> !d.agreed()).findFirst();
    }

    ApprovalTrail trail() {
        var steps = new ArrayList<ApprovalTrail.Step>();
        for (var level : levels()) {
            var decision = steps.size() < decisions.size() ? decisions.get(steps.size()) : null;
            steps.add(
                    decision == null
                            ? new ApprovalTrail.Step(Role.valueOf(level), null, null, null)
                            : new ApprovalTrail.Step(
                                    Role.valueOf(level),
                                    decision.decidedByName(),
                                    decision.agreed(),
                                    decision.comment()));
        }
        return new ApprovalTrail(kind, percent, before(), after(), reason, requestedByName, steps);
    }

    boolean approved() {
        return status == Status.APPROVED;
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

    ApprovalKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    @Nullable
    BigDecimal percent() {
        return percent;
    }

    Money before() {
        return Money.ofFen(beforeFen);
    }

    Money after() {
        return Money.ofFen(afterFen);
    }

    String reason() {
        return reason;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    /** Who asked, and the absent colleague for whom. */
    List<UUID> requesters() {
        return requestedFor == null ? List.of(requestedBy) : List.of(requestedBy, requestedFor);
    }

    String requestedByName() {
        return requestedByName;
    }
}
