package io.shouqi.adjustment;

import io.shouqi.approval.ApprovalTrail;
import io.shouqi.approval.Approvals;
import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fee adjustments for reading. */
@Service
@Transactional(readOnly = true)
public class Adjustments {

    private final AdjustmentRepository repository;
    private final Approvals approvals;

    Adjustments(AdjustmentRepository repository, Approvals approvals) {
        this.repository = repository;
        this.approvals = approvals;
    }

    /** @throws Refusal 404 outside of the actor's stores, as if there were no such adjustment */
    public AdjustmentView visibleTo(Actor actor, String number) {
        return AdjustmentView.of(seen(actor, number));
    }

    /** Where it is not certain that the number is one of an adjustment. */
    public Optional<AdjustmentView> find(Actor actor, String number) {
        return repository
                .findByNumber(number)
                .filter(a -> actor.mayWorkIn(a.company(), a.storeCode()))
                .map(AdjustmentView::of);
    }

    /** Who must agree to it, and who has. */
    public ApprovalTrail trail(Actor actor, String number) {
        return approvals.trailOf(seen(actor, number).approval());
    }

    private FeeAdjustment seen(Actor actor, String number) {
        var adjustment =
                repository.findByNumber(number).orElseThrow(() -> Refusal.unknown("adjustment.unknown", number));
        actor.requireStore(adjustment.company(), adjustment.storeCode(), "adjustment.unknown", number);
        return adjustment;
    }

    /** Of a contract the caller may see, the oldest first. */
    public List<AdjustmentView> ofContract(String contractNo) {
        return repository.findByContractNoOrderByRequestedAt(contractNo).stream()
                .map(AdjustmentView::of)
                .toList();
    }

    /** Those that were carried out: with the fee list they are what the payers have agreed to. */
    public List<AdjustmentView> done(String contractNo) {
        return ofContract(contractNo).stream()
                .filter(a -> a.status() == AdjustmentStatus.DONE)
                .toList();
    }

    /** The last one of each contract that a version of the fee table made. */
    public Map<String, AdjustmentView> last(Collection<String> contracts, int version) {
        return repository.findByContractNoInOrderByRequestedAt(contracts).stream()
                .filter(a -> a.tableVersion() == version)
                .map(AdjustmentView::of)
                .collect(Collectors.toMap(AdjustmentView::contractNo, Function.identity(), (one, later) -> later));
    }
}
