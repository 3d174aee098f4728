package io.shouqi.identity;

import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps in the audit log who asked for what they may not do or may not know of. Called while the caller is still
 * declared, after the answer is decided.
 */
@Component
class RefusalLog {

    private static final Set<Integer> REFUSALS = Set.of(
            HttpStatus.UNAUTHORIZED.value(),
            HttpStatus.FORBIDDEN.value(),
            HttpStatus.NOT_FOUND.value(),
            HttpStatus.TOO_MANY_REQUESTS.value());

    private final AuditTrail audit;

    RefusalLog(AuditTrail audit) {
        this.audit = audit;
    }

    /** @param kind the door, such as "page" or "api" */
    void note(String kind, HttpServletRequest request, HttpServletResponse response) {
        note(kind, request.getRequestURI(), request, response);
    }

    /** @param path what may be written down of the address: a customer's link is a key and stays out */
    void note(String kind, String path, HttpServletRequest request, HttpServletResponse response) {
        if (REFUSALS.contains(response.getStatus())) {
            audit.recordApart(
                    AuditEntry.refused(kind, request.getMethod() + " " + path, String.valueOf(response.getStatus())));
        }
    }
}
