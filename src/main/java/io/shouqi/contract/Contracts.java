package io.shouqi.contract;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contracts for reading, always within somebody's data scope. */
@Service
@Transactional(readOnly = true)
public class Contracts {

    private final ContractRepository repository;
    private final FeeLists feeLists;
    private final Milestones milestones;

    Contracts(ContractRepository repository, FeeLists feeLists, Milestones milestones) {
        this.repository = repository;
        this.feeLists = feeLists;
        this.milestones = milestones;
    }

    /** @throws Refusal 404 outside of the actor's stores, as if there were no such contract */
    public Contract visibleTo(Actor actor, String number) {
        var contract = repository.findByNumber(number).orElseThrow(() -> Refusal.unknown("contract.unknown", number));
        actor.requireStore(contract.company(), contract.storeCode(), "contract.unknown", number);
        return contract;
    }

    /** Where it is not certain that the number is one of a contract. */
    public Optional<Contract> find(Actor actor, String number) {
        return repository
                .findByNumber(number)
                .filter(contract -> actor.mayWorkIn(contract.company(), contract.storeCode()));
    }

    /** For processes, events and money, which act for the product itself. */
    public Contract byNumber(String number) {
        return repository.findByNumber(number).orElseThrow(() -> Refusal.unknown("contract.unknown", number));
    }

    /** Held until the transaction ends: whoever takes money back and whoever settles follow each other. */
    public Contract lock(String number) {
        return repository.lock(number).orElseThrow(() -> Refusal.unknown("contract.unknown", number));
    }

    Contract byId(UUID id) {
        return repository.findById(id).orElseThrow();
    }

    /** The edition that counts, with lines and confirmations loaded. */
    public FeeList feeList(String number) {
        var list = current(byNumber(number));
        list.lines();
        list.confirmations();
        return list;
    }

    public List<FeeList> editions(String number) {
        var lists = feeLists.findByContractIdOrderByEdition(byNumber(number).id());
        lists.forEach(list -> {
            list.lines();
            list.confirmations();
        });
        return lists;
    }

    public Map<Milestone, LocalDate> milestones(String number) {
        return milestones.reached(byNumber(number).id());
    }

    /** @throws Refusal where the fee list is not confirmed by everybody */
    public ConfirmedPlan confirmedPlan(String number) {
        var contract = byNumber(number);
        var list = current(contract);
        if (list.status() != FeeList.Status.CONFIRMED) {
            throw Refusal.conflict("feeList.unconfirmed", number);
        }
        return new ConfirmedPlan(
                contract.company(),
                contract.storeCode(),
                number,
                contract.signedOn(),
                confirmedOn(contract, list),
                contract.parties(),
                list.lines(),
                contract.instalments(),
                milestones.reached(contract.id()));
    }

    private static LocalDate confirmedOn(Contract contract, FeeList list) {
        return list.confirmations().stream()
                .map(Confirmation::answeredAt)
                .filter(Objects::nonNull)
                .map(BusinessTime::dayOf)
                .max(LocalDate::compareTo)
                .orElse(contract.signedOn());
    }

    FeeList current(Contract contract) {
        return feeLists.findFirstByContractIdOrderByEditionDesc(contract.id())
                .orElseThrow(() -> Refusal.conflict("feeList.none", contract.number()));
    }
}
