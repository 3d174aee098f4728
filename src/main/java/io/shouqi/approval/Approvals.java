package io.shouqi.approval;

import io.shouqi.identity.Role;
import io.shouqi.identity.Users;
import io.shouqi.pricing.ApprovalCase;
import io.shouqi.pricing.ApprovalLevels;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens approvals. The process {@code approve-exception} carries each to its end. */
@Service
@Transactional
public class Approvals {

    /** Who decides above whom. */
    private static final List<Role> LADDER = List.of(Role.STORE_MANAGER, Role.AREA_MANAGER, Role.DIRECTOR);

    private final ApprovalRepository repository;
    private final ApprovalLevels levels;
    private final Users users;
    private final BusinessNumbers numbers;
    private final Clock clock;

    Approvals(ApprovalRepository repository, ApprovalLevels levels, Users users, BusinessNumbers numbers, Clock clock) {
        this.repository = repository;
        this.levels = levels;
        this.users = users;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @return number of the approval to wait for, or empty where the approval table asks for none */
    public Optional<String> request(ApprovalRequest request) {
        var approvers = approvers(request);
        return approvers.isEmpty() ? Optional.empty() : Optional.of(open(request, approvers));
    }

    /**
     * For what nobody may do alone, whatever the approval table says: where it asks for nobody, the store's manager
     * decides, and where nobody but the requester has a role, the next one up.
     *
     * @return number of the approval to wait for
     */
    public String requestAlways(ApprovalRequest request) {
        var asked = approvers(request);
        var levels = (asked.isEmpty() ? List.of(LADDER.get(0).name()) : asked)
                .stream()
                        .map(Role::valueOf)
                        .map(role -> heldByAnother(role, request).name())
                        .distinct()
                        .toList();
        return open(request, levels);
    }

    private List<String> approvers(ApprovalRequest request) {
        return levels.approvers(new ApprovalCase(
                request.company(),
                request.kind().name(),
                request.dealType(),
                request.percent(),
                request.moved(),
                request.day()));
    }

    private String open(ApprovalRequest request, List<String> approvers) {
        return repository
                .save(new Approval(numbers.next("A"), request, approvers, clock.instant()))
                .number();
    }

    private Role heldByAnother(Role role, ApprovalRequest request) {
        var requesters = Stream.of(request.requestedBy(), request.requestedFor())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.concat(Stream.of(role), LADDER.stream().skip(LADDER.indexOf(role) + 1L))
                .filter(held -> !users.whoMayDo(held, request.company(), request.storeCode(), "", requesters)
                        .isEmpty())
                .findFirst()
                .orElse(role);
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

    /** One approval by its own number. */
    @Transactional(readOnly = true)
    public ApprovalTrail trailOf(String number) {
        return find(number).trail();
    }

    public record Rejection(String by, String comment) {}

    Approval find(String number) {
        return repository.findByNumber(number).orElseThrow(() -> Refusal.unknown("request.unknown"));
    }
}
