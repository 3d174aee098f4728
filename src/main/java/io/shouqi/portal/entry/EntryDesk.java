package io.shouqi.portal.entry;

import io.shouqi.contract.ContractReading;
import io.shouqi.contract.ContractRequest;
import io.shouqi.contract.Lookalikes;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Refusal;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what a clerk typed, by the reading and the desk that take in what programs send. */
@Component
@Transactional
class EntryDesk {

    private final ContractReading reading;
    private final SigningDesk signing;
    private final Lookalikes lookalikes;
    private final Drafts drafts;
    private final IdempotentCalls calls;
    private final BusinessNumbers numbers;

    EntryDesk(
            ContractReading reading,
            SigningDesk signing,
            Lookalikes lookalikes,
            Drafts drafts,
            IdempotentCalls calls,
            BusinessNumbers numbers) {
        this.reading = reading;
        this.signing = signing;
        this.lookalikes = lookalikes;
        this.drafts = drafts;
        this.calls = calls;
        this.numbers = numbers;
    }

    /**
     * The same form sent again gives the same contract, also where it carries no number of its own.
     *
     * @throws Refusal naming every field that is wrong; 409 where the number belongs to another contract
     */
    SigningDesk.Intake enter(EntryForm form, Actor actor) {
        var request = form.request();
        var key = Drafts.id(form.draft()).map(Object::toString).orElse(null);
        var call = new Call(actor.username(), "POST contracts/new", key, request);
        var intake = once(call, () -> signing.sign(read(form, request, actor), actor));
        drafts.forget(actor, form.draft());
        return intake;
    }

    /** Who went back in the browser and changed something must not believe that it was saved. */
    private SigningDesk.Intake once(Call call, Supplier<SigningDesk.Intake> work) {
        try {
            return calls.once(call, SigningDesk.Intake.class, work);
        } catch (Refusal refusal) {
            throw refusal.code().equals("request.key.reused") ? Refusal.conflict("entry.sent") : refusal;
        }
    }

    private NewContract read(EntryForm form, ContractRequest request, Actor actor) {
        var contract =
                reading.read(request.externalNo() == null ? request.numbered(numbers.next("BH")) : request, actor);
        var isKnown = lookalikes.numbered(actor.company(), request.externalNo()).isPresent();
        if (!isKnown
                && form.different() == null
                && !lookalikes.of(actor.company(), request).isEmpty()) {
            throw Refusal.invalid("different", "entry.alike");
        }
        return contract;
    }
}
