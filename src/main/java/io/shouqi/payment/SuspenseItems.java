package io.shouqi.payment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface SuspenseItems extends Repository<Suspense, UUID> {

    Suspense save(Suspense item);

    Optional<Suspense> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Suspense s where s.number = :number")
    Optional<Suspense> lock(String number);
}
