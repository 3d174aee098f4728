package io.shouqi.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where modules write what the database cannot see by itself: logins, refusals, exports, unmasking, publications. */
@Service
public class AuditTrail {

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of what happened: both are there after the commit, or neither. */
    @Transactional
    public void record(AuditEntry entry) {
        write(entry);
    }

    /** In a transaction of its own: it stays, although what was attempted is undone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordApart(AuditEntry entry) {
        write(entry);
    }

    private void write(AuditEntry entry) {
        var who = entry.who();
        jdbc.sql("""
                        select audit_record(:action, :kind, :subject, :company, :store, null, null, :detail,
                                            cast(:actor as uuid), :name)::text
                        """)
                .param("action", entry.action().code())
                .param("kind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("company", entry.company())
                .param("store", entry.storeCode())
                .param("detail", entry.detail())
                .param("actor", who == null ? null : who.id())
                .param("name", who == null ? null : who.name())
                .query(String.class)
                .list();
    }
}
