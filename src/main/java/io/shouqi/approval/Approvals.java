package io.shouqi.approval;

import io.shouqi.pricing.ApprovalCase;
import io.shouqi.pricing.ApprovalLevels;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens approvals. The process {@code approve-exception} carries each to its end. */
@Service
@Transactional
public class Approvals {

    private final ApprovalRepository repository;
    private final ApprovalLevels levels;
    private final BusinessNumbers numbers;
    private final Clock clock;

    Approvals(ApprovalRepository repository, ApprovalLevels levels, BusinessNumbers numbers, Clock clock) {
        this.repository = repository;
        this.levels = levels;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @return number of the approval to wait for, or empty where the approval table asks for none */
    public Optional<String> request(ApprovalRequest request) {
        var approvers = levels.approvers(new ApprovalCase(
                request.company(),
                request.kind().name(),
                request.dealType(),
                request.percent(),
                request.before().minus(request.after()),
                request.day()));
        if (approvers.isEmpty()) {
            return Optional.empty();
        }
        var approval = new Approval(numbers.next("A"), request, approvers, clock.instant());
        return Optional.of(repository.save(approval).number());
    }

    @Transactional(readOnly = true)
    public boolean approved(String number) {
        return find(number).approved();
    }

    /** Who said no last, and why; for the people who must now change what they asked for. */
    @Transactional(readOnly = true)
    public Optional<Rejection> lastRejection(String subject) {
        return repository
                .findFirstBySubjectOrderByRequestedAtDesc(subject)
                .flatMap(Approval::rejection)
                .map(d -> new Rejection(d.decidedByName(), Objects.requireNonNullElse(d.comment(), "")));
    }

    /** The latest approval about that number. */
    @Transactional(readOnly = true)
    public Optional<ApprovalTrail> trail(String subject) {
        return repository.findFirstBySubjectOrderByRequestedAtDesc(subject).map(Approval::trail);
    }

    public record Rejection(String by, String comment) {}

    Approval find(String number) {
        return repository.findByNumber(number).orElseThrow(() -> Refusal.unknown("request.unknown"));
    }
}
