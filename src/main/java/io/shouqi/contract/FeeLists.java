package io.shouqi.contract;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface FeeLists extends Repository<FeeList, UUID> {

    FeeList save(FeeList list);

    /** At once: a new edition may only be inserted when the one before is out of force. */
    FeeList saveAndFlush(FeeList list);

    /** The edition that counts: the newest. */
    Optional<FeeList> findFirstByContractIdOrderByEditionDesc(UUID contractId);

    List<FeeList> findByContractIdOrderByEdition(UUID contractId);

    @Query(
            "select k.number from Contract k, FeeList l join l.confirmations c where l.contractId = k.id and c.token = :token")
    Optional<String> contractOf(String token);

    @Query("select l from FeeList l join l.confirmations c where c.token = :token")
    Optional<FeeList> findByToken(String token);
}
