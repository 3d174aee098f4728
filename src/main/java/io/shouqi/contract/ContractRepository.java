package io.shouqi.contract;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ContractRepository extends Repository<Contract, UUID> {

    Contract save(Contract contract);

    Optional<Contract> findByNumber(String number);

    Optional<Contract> findById(UUID id);

    Optional<Contract> findByCompanyAndExternalNo(String company, String externalNo);
}
