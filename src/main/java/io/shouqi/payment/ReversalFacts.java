package io.shouqi.payment;

import io.shouqi.audit.SealedFacts;
import org.springframework.stereotype.Component;

@Component
class ReversalFacts implements SealedFacts {

    @Override
    public String source() {
        return "receipt_reversal";
    }

    @Override
    public Key key() {
        return Key.TEXT;
    }

    @Override
    public String rows() {
        return """
                select tx, number as key, number || ' → ' || receipt_no as label, company, to_jsonb(v) - 'tx' as content
                  from receipt_reversal v
                """;
    }
}
