package io.shouqi.adjustment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface AdjustmentRepository extends Repository<FeeAdjustment, UUID> {

    FeeAdjustment saveAndFlush(FeeAdjustment adjustment);

    Optional<FeeAdjustment> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from FeeAdjustment a where a.number = :number")
    Optional<FeeAdjustment> lock(String number);

    List<FeeAdjustment> findByContractNoOrderByRequestedAt(String contractNo);

    List<FeeAdjustment> findByContractNoInOrderByRequestedAt(Collection<String> contracts);
}
