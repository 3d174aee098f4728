package io.shouqi.contract;

import io.shouqi.workflow.TaskSubjects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tasks about a contract are found by its address and by the names on it. */
@Component
class ContractSubjects implements TaskSubjects {

    private final ContractRepository repository;

    ContractSubjects(ContractRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Subject> find(String number) {
        return repository
                .findByNumber(number)
                .map(contract -> new Subject(
                        contract.address(),
                        contract.parties().stream().map(Party::name).toList()));
    }
}
