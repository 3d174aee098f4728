package io.shouqi.adjustment;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/** The same for several contracts: each is asked for in a transaction of its own, and the answer says for each what happened. */
@Service
public class AdjustmentBulk {

    public static final int MOST = 100;

    private final AdjustmentDesk desk;

    AdjustmentBulk(AdjustmentDesk desk) {
        this.desk = desk;
    }

    /**
     * @param number of the adjustment; null where it was refused
     * @param refusal why it was; null where it was not
     */
    public record Outcome(
            String contractNo,
            @Nullable String number,
            @Nullable Refusal refusal) {

        public boolean done() {
            return refusal == null;
        }
    }

    /** @throws Refusal where none or too many are named, or without a reason */
    public List<Outcome> propose(
            Actor actor, String table, int version, Collection<String> contracts, @Nullable String reason) {
        if (contracts.isEmpty()) {
            throw Refusal.conflict("adjustment.none");
        }
        if (contracts.size() > MOST) {
            throw Refusal.conflict("adjustment.many", MOST);
        }
        return new LinkedHashSet<>(contracts)
                .stream()
                        .map(contract -> outcome(actor, table, version, contract, reason))
                        .toList();
    }

    private Outcome outcome(Actor actor, String table, int version, String contract, @Nullable String reason) {
        try {
            return new Outcome(contract, desk.propose(actor, table, version, contract, reason), null);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID
                    && refusal.fields().stream().anyMatch(field -> field.field().equals("reason"))) {
                throw refusal;
            }
            return new Outcome(contract, null, refusal);
        } catch (ConcurrencyFailureException e) {
            return new Outcome(contract, null, Refusal.conflict("request.conflict"));
        }
    }
}
