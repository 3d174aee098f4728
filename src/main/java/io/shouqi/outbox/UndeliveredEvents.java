package io.shouqi.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events that a consumer could not take after all its attempts; they wait for a person. */
@Service
public class UndeliveredEvents {

    private final JdbcClient jdbc;

    UndeliveredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many the caller's company has. */
    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from outbox_retry where attempts >= ?")
                .param(OutboxStream.MOST_ATTEMPTS)
                .query(Long.class)
                .single();
    }
}
