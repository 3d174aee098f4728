package io.shouqi.approval;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface ApprovalRepository extends Repository<Approval, UUID> {

    Approval save(Approval approval);

    Optional<Approval> findByNumber(String number);

    Optional<Approval> findFirstBySubjectOrderByRequestedAtDesc(String subject);
}
