package io.shouqi.contract;

import io.shouqi.vault.Fingerprint;
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
            "select k.number from Contract k, FeeList l join l.confirmations c where l.contractId = k.id and c.link.tokenIndex in :links")
    Optional<String> contractOf(List<Fingerprint> links);

    @Query("select l from FeeList l join l.confirmations c where c.link.tokenIndex in :links")
    Optional<FeeList> findByLink(List<Fingerprint> links);
}
