package io.shouqi.payment;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface PaymentOrders extends Repository<PaymentOrder, UUID> {

    PaymentOrder save(PaymentOrder order);

    Optional<PaymentOrder> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from PaymentOrder o where o.number = :number")
    Optional<PaymentOrder> lock(String number);

    /** Orders somebody should ask the channel about; those another node is asking about are passed over. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@jakarta.persistence.QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("select o from PaymentOrder o where o.status in ('CREATED', 'PLACED') and o.nextQueryAt <= :now"
            + " order by o.nextQueryAt")
    List<PaymentOrder> lockDue(Instant now, Limit limit);

    @Query("select o.number from PaymentOrder o where o.contractNo = :contractNo and o.status in ('CREATED', 'PLACED')")
    List<String> openOf(String contractNo);

    List<PaymentOrder> findByContractNoOrderByNumber(String contractNo);

    List<PaymentOrder> findByCreatedByAndCreatedAtAfterOrderByCreatedAtDesc(UUID createdBy, Instant since);
}
