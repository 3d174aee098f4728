package io.shouqi.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of processes that failed after all their attempts; they wait for a person. */
@Service
public class Incidents {

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many a company has; one that shows in calling processes too counts once. */
    @Transactional(readOnly = true)
    public long open(String company) {
        return jdbc.sql("select count(*) from process_incident where company = ? and own")
                .param(company)
                .query(Long.class)
                .single();
    }
}
