package io.shouqi.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Faults waiting for the next call of their kind. */
@Component
@SandboxOnly
class Faults {

    private final JdbcClient jdbc;

    Faults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param merchantId null for whoever calls next */
    void arm(@Nullable String merchantId, Call call, CallFault fault) {
        jdbc.sql("insert into sandbox_fault(merchant_id, call, misbehave) values (:merchant, :call, :fault)")
                .param("merchant", merchantId)
                .param("call", call.name())
                .param("fault", fault.name())
                .update();
    }

    @Transactional
    Optional<CallFault> take(SandboxMerchant merchant, Call call) {
        return jdbc.sql("""
                        delete from sandbox_fault where id =
                          (select id from sandbox_fault
                           where call = :call and (merchant_id is null or merchant_id = :merchant)
                           order by id limit 1 for update skip locked)
                        returning misbehave
                        """)
                .param("call", call.name())
                .param("merchant", merchant.merchantId())
                .query(String.class)
                .optional()
                .map(CallFault::valueOf);
    }
}
