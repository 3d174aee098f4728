package io.shouqi.payment;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may take a receipt back, and until when. Pure.
 *
 * @param alone how long whoever took the money may do it without a second pair of eyes
 */
record ReversalRule(Duration alone) {

    /** @return why not; empty where this person may do it now */
    Optional<Refusal> objection(Receipt receipt, Actor actor, Instant now) {
        return thing(receipt, now).or(() -> person(receipt, actor, now));
    }

    /** Online money is back only when the channel has sent it back; deposits and suspense have ways of their own. */
    private static Optional<Refusal> thing(Receipt receipt, Instant now) {
        if (receipt.channel().online()) {
            return Optional.of(Refusal.conflict("reversal.online"));
        }
        if (receipt.kind() != Receipt.Kind.BROKERAGE) {
            return Optional.of(Refusal.conflict("reversal.kind." + receipt.kind()));
        }
        if (!BusinessTime.dayOf(receipt.receivedAt()).equals(BusinessTime.dayOf(now))) {
            return Optional.of(Refusal.conflict("reversal.late"));
        }
        return Optional.empty();
    }

    private Optional<Refusal> person(Receipt receipt, Actor actor, Instant now) {
        var collector = receipt.collectedBy();
        if (collector != null && actor.sharesEyesWith(collector)) {
            var over = now.isAfter(receipt.receivedAt().plus(alone));
            return over ? Optional.of(Refusal.forbidden("reversal.fourEyes", alone.toMinutes())) : Optional.empty();
        }
        return actor.is(Role.STORE_MANAGER) ? Optional.empty() : Optional.of(Refusal.forbidden("reversal.notYours"));
    }
}
