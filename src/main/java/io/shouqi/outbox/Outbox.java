package io.shouqi.outbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Stores events beside the change they tell of: both are there after the commit, or neither. */
@Service
public class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OutboxBell bell;

    Outbox(JdbcClient jdbc, JsonMapper json, OutboxBell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.bell = bell;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(OutboxEvent event) {
        publish(List.of(event));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<? extends OutboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var topics = events.stream().map(Outbox::topic).toList();
        jdbc.sql("insert into outbox(company, topic, payload) select * from unnest(?::text[], ?::text[], ?::text[])")
                .params(
                        events.stream().map(OutboxEvent::company).toArray(String[]::new),
                        topics.toArray(String[]::new),
                        events.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                topics.stream().distinct().forEach(bell::ring);
            }
        });
    }

    private static String topic(OutboxEvent event) {
        return event.getClass().getSimpleName();
    }
}
