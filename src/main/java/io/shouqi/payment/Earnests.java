package io.shouqi.payment;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface Earnests extends Repository<Earnest, UUID> {

    Earnest save(Earnest earnest);

    Optional<Earnest> findByNumber(String number);

    List<Earnest> findByContractNoOrderByNumber(String contractNo);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Earnest e where e.number = :number")
    Optional<Earnest> lock(String number);
}
