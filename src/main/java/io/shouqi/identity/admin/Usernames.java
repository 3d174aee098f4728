package io.shouqi.identity.admin;

import io.shouqi.database.Caller;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** User names are unique over all companies, so whether one is taken is asked of all of them; whose it is, is not said. */
@Component
class Usernames {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    Usernames(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        alone.setReadOnly(true);
    }

    Set<String> taken(Set<String> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        return Caller.SYSTEM.call(() ->
                alone.execute(status -> Set.copyOf(jdbc.sql("select username from app_user where username in (:names)")
                        .param("names", among)
                        .query(String.class)
                        .list())));
    }
}
