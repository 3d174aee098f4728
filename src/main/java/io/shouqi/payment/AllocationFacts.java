package io.shouqi.payment;

import io.shouqi.audit.SealedFacts;
import org.springframework.stereotype.Component;

@Component
class AllocationFacts implements SealedFacts {

    @Override
    public String source() {
        return "receipt_allocation";
    }

    @Override
    public Key key() {
        return Key.NUMBER;
    }

    @Override
    public String rows() {
        return """
                select tx, id as key, receipt_no || ' → ' || receivable_no as label,
                       (select company from receipt r where r.number = a.receipt_no) as company,
                       to_jsonb(a) - 'tx' as content
                  from receipt_allocation a
                """;
    }
}
