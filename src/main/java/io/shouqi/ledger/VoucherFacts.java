package io.shouqi.ledger;

import io.shouqi.audit.SealedFacts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A voucher is sealed together with its entries: one more, one less or another amount is another voucher. */
@Component
class VoucherFacts implements SealedFacts {

    @Override
    public String source() {
        return "voucher";
    }

    @Override
    public Key key() {
        return Key.TEXT;
    }

    @Override
    public String rows() {
        return """
                select v.tx, v.number as key, v.event || ' ' || v.source as label, v.company,
                       (to_jsonb(v) - 'tx') || jsonb_build_object('entries',
                         (select jsonb_agg(to_jsonb(e) order by e.line) from journal_entry e where e.voucher_id = v.id))
                         as content
                  from voucher v
                """;
    }

    @Override
    public Optional<String> strays() {
        return Optional.of("""
                select e.voucher_id || ' ' || e.line as key from journal_entry e
                 where not exists (select 1 from voucher v where v.id = e.voucher_id)
                """);
    }
}
