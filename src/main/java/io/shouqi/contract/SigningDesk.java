package io.shouqi.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Stores;
import io.shouqi.outbox.Outbox;
import io.shouqi.pricing.PricedCases;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Refusal;
import io.shouqi.shared.RequestMarks;
import io.shouqi.workflow.Processes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in signed contracts, and hears what becomes of the deal: milestones, cancellation. */
@Service
@Transactional
public class SigningDesk {

    static final String PROCESS = "contract-to-payment";

    private final ContractRepository contracts;
    private final Parties parties;
    private final RequestMarks marks;
    private final Milestones milestones;
    private final Stores stores;
    private final Processes processes;
    private final Outbox outbox;
    private final PricedCases cases;
    private final ApplicationEventPublisher events;
    private final BusinessNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    SigningDesk(
            ContractRepository contracts,
            Parties parties,
            RequestMarks marks,
            Milestones milestones,
            Stores stores,
            Processes processes,
            Outbox outbox,
            PricedCases cases,
            ApplicationEventPublisher events,
            BusinessNumbers numbers,
            JdbcClient jdbc,
            Clock clock) {
        this.contracts = contracts;
        this.parties = parties;
        this.marks = marks;
        this.milestones = milestones;
        this.stores = stores;
        this.processes = processes;
        this.outbox = outbox;
        this.cases = cases;
        this.events = events;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param isNew false where the same external number came with the same content before */
    public record Intake(String contractNo, ContractStatus status, boolean isNew) {}

    /**
     * Takes in a contract and starts its process, both or neither.
     *
     * @throws Refusal 409 where the external number is taken by a contract of another content; 422 where the store is
     *     closed
     */
    public Intake sign(NewContract signed, Actor actor) {
        awaitTurn(signed);
        var known = contracts.findByCompanyAndExternalNo(signed.company(), signed.externalNo());
        if (known.isPresent()) {
            return repeated(known.get(), signed);
        }
        if (!stores.isOpen(signed.company(), signed.storeCode())) {
            throw Refusal.invalid("storeCode", "contract.store.closed", signed.storeCode());
        }
        var contract = save(new Contract(numbers.next("HT"), signed, sealed(signed), actor, clock.instant()));
        processes.start(contract.company(), PROCESS, contract.number(), Map.of());
        return new Intake(contract.number(), contract.status(), true);
    }

    /** Another store may have used the external number: out of reach, so nothing is told but that it is taken. */
    private Contract save(Contract contract) {
        try {
            return contracts.saveAndFlush(contract);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("contract.externalNo.elsewhere", contract.externalNo());
        }
    }

    /** The same contract sent twice at once waits for the first, instead of failing on the unique key. */
    private void awaitTurn(NewContract signed) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("contract:" + signed.company() + ":" + signed.externalNo())
                .query(rs -> {});
    }

    private SealedParts sealed(NewContract signed) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return new SealedParts(id, marks.of(signed.fingerprint()), parties.seal(id, signed.parties()));
    }

    private Intake repeated(Contract known, NewContract signed) {
        if (!marks.matches(known.mark(), signed.fingerprint())) {
            throw Refusal.conflict("contract.externalNo.taken", signed.externalNo(), known.number());
        }
        return new Intake(known.number(), known.status(), false);
    }

    /** Reports a step of the deal; repeating it changes nothing. */
    public void reach(Contract contract, Milestone milestone, LocalDate day, Actor actor) {
        if (contract.status().ended()) {
            throw Refusal.conflict("contract.ended", contract.number());
        }
        if (day.isBefore(contract.signedOn())) {
            throw Refusal.invalid("reachedOn", "contract.milestone.early", contract.signedOn());
        }
        if (milestones.reach(contract.id(), milestone, day, actor.name())) {
            events.publishEvent(new MilestoneReached(contract.number(), milestone, day));
            return;
        }
        var recorded = milestones.reached(contract.id()).get(milestone);
        if (!day.equals(recorded)) {
            throw Refusal.conflict("contract.milestone.recorded", String.valueOf(recorded));
        }
    }

    /** All its money is in and shared out; saying so again changes nothing. */
    public void settled(String contractNo) {
        contracts
                .findByNumber(contractNo)
                .orElseThrow(() -> Refusal.unknown("contract.unknown", contractNo))
                .settle();
    }

    /** Ends a contract before its money is in; what is open is reversed by its process. */
    public void cancel(Contract known, String reason) {
        var contract = contracts.findById(known.id()).orElseThrow();
        contract.cancel(reason);
        cases.end(contract.number());
        outbox.publish(new ContractCancelled(contract.company(), contract.number()));
    }
}
