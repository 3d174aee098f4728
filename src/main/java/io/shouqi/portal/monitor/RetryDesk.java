package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.JobRetries;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has failed steps done again. Each is a transaction of its own, so that one nobody can touch now does not keep the
 * others; each is a row of process_retry, which the audit log tells of.
 */
@Component
class RetryDesk {

    static final int MOST = 200;

    private final IncidentRows incidents;
    private final JobRetries jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetryDesk(IncidentRows incidents, JobRetries jobs, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.incidents = incidents;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param done steps that went through, or that something else overtook
     */
    record Progress(UUID batch, long waiting, long done, long failed) {

        public long asked() {
            return waiting + done + failed;
        }
    }

    /**
     * @return the batch; empty where none of them is there any more
     * @throws Refusal 422 where nothing, or too much, was ticked
     */
    Optional<UUID> again(Actor actor, List<String> ids) {
        if (ids.isEmpty()) {
            throw Refusal.invalid("pick", "lists.pick.nothing");
        }
        if (ids.size() > MOST) {
            throw Refusal.invalid("pick", "monitor.retry.tooMany", MOST);
        }
        var batch = UUID.randomUUID();
        var begun = incidents.find(actor, ids).stream()
                .filter(row -> begin(actor, row, batch))
                .count();
        return begun == 0 ? Optional.empty() : Optional.of(batch);
    }

    private boolean begin(Actor actor, IncidentRow row, UUID batch) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var isFirst = remember(actor, row, batch);
                if (isFirst) {
                    jobs.again(row.job());
                }
                return isFirst;
            }));
        } catch (ConcurrencyFailureException e) {
            // somebody moved that case in this moment: it is not stuck
            return false;
        }
    }

    private boolean remember(Actor actor, IncidentRow row, UUID batch) {
        var work = row.work();
        return jdbc.sql("""
                        insert into process_retry(incident, batch, job, company, store_code, process, instance, business_key,
                          element, asked_by, asked_by_name, asked_at)
                        values (:incident, :batch, :job, :company, :store, :process, :instance, :key, :element, :by, :name, :at)
                        on conflict do nothing
                        """)
                        .param("incident", row.id())
                        .param("batch", batch)
                        .param("job", row.job())
                        .param("company", actor.company())
                        .param("store", work.storeCode())
                        .param("process", work.process())
                        .param("instance", work.instance())
                        .param("key", work.key())
                        .param("element", row.element())
                        .param("by", actor.id())
                        .param("name", actor.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @throws Refusal 404 where this person knows no such batch */
    Progress progress(UUID batch) {
        var found = transaction.execute(status -> jdbc.sql("""
                        select count(j.job) filter (where j.retries > 0) as waiting,
                               count(*) filter (where j.job is null) as done,
                               count(j.job) filter (where j.retries = 0) as failed
                          from process_retry t left join process_job j on j.job = t.job
                         where t.batch = :batch
                        """)
                .param("batch", batch)
                .query((rs, row) ->
                        new Progress(batch, rs.getLong("waiting"), rs.getLong("done"), rs.getLong("failed")))
                .single());
        if (found == null || found.asked() == 0) {
            throw Refusal.unknown("monitor.retry.unknown");
        }
        return found;
    }
}
