package io.shouqi.contract;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface ContractRepository extends Repository<Contract, UUID> {

    /** At once: a number that is taken out of sight shows here. */
    Contract saveAndFlush(Contract contract);

    Optional<Contract> findByNumber(String number);

    /** Held until the transaction ends: answers of two payers at once follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Contract c where c.number = :number")
    Optional<Contract> lock(String number);

    Optional<Contract> findById(UUID id);

    Optional<Contract> findByCompanyAndExternalNo(String company, String externalNo);
}
