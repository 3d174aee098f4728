package io.shouqi.approval;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApprovalRepository extends Repository<Approval, UUID> {

    Approval save(Approval approval);

    Optional<Approval> findByNumber(String number);

    Optional<Approval> findFirstBySubjectOrderByRequestedAtDesc(String subject);
}
