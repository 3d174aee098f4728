package io.shouqi.payment;

import io.shouqi.audit.SealedFacts;
import org.springframework.stereotype.Component;

@Component
class ReceiptFacts implements SealedFacts {

    @Override
    public String source() {
        return Receipts.SEALED_AS;
    }

    @Override
    public Key key() {
        return Key.TEXT;
    }

    @Override
    public String rows() {
        return """
                select tx, number as key, concat_ws(' ', kind, contract_no) as label, company,
                       to_jsonb(r) - 'tx' as content
                  from receipt r
                """;
    }
}
