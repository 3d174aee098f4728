package io.shouqi.receivable;

import io.shouqi.contract.Milestone;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface Receivables extends Repository<Receivable, UUID> {

    Receivable save(Receivable receivable);

    Optional<Receivable> findByNumber(String number);

    List<Receivable> findByContractNoOrderByNumber(String contractNo);

    /** Always in number order, so that two payments never wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Receivable r where r.number in :numbers order by r.number")
    List<Receivable> lock(Collection<String> numbers);

    /** The usual case; its statement is prepared once, while a list of numbers is translated anew each time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Receivable r where r.number = :number")
    Optional<Receivable> lockOne(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Receivable r where r.contractNo = :contractNo order by r.number")
    List<Receivable> lockContract(String contractNo);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select r from Receivable r where r.contractNo = :contractNo and r.milestone = :milestone and r.dueOn is null"
                    + " order by r.number")
    List<Receivable> lockWaitingFor(String contractNo, Milestone milestone);

    @Query("select r.number from Receivable r where not r.recognised and r.status <> 'CANCELLED' and r.dueOn <= :today"
            + " order by r.number")
    List<String> dueUnrecognised(LocalDate today, Limit limit);
}
