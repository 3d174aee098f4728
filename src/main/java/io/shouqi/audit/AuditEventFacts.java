package io.shouqi.audit;

import org.springframework.stereotype.Component;

@Component
class AuditEventFacts implements SealedFacts {

    @Override
    public String source() {
        return AuditSearch.SEALED_AS;
    }

    @Override
    public Key key() {
        return Key.NUMBER;
    }

    @Override
    public String rows() {
        return """
                select tx, id as key, concat_ws(' ',
                         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), action, subject_kind, subject)
                         as label, company,
                       to_jsonb(e) - 'tx' as content
                  from audit_event e
                """;
    }
}
