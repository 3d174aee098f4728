package io.shouqi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShouqiTest
class SealerTest {

    private static final int WRITERS = 4;
    private static final int EACH = 60;

    @Autowired
    Sealer sealer;

    @Autowired
    Verifier verifier;

    @Autowired
    AuditTrail trail;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nothingWaits() {
        sealer.seal();
    }

    @Test
    void what_is_committed_is_sealed_by_the_next_look() {
        trail.record(event("one"));
        trail.record(event("two"));

        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(sealer.seal()).as("nothing is left").isZero();
    }

    @Test
    void a_transaction_that_commits_late_is_not_skipped_by_those_that_overtook_it() throws Exception {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var pool = AsSystem.pool(1);
        var slow = pool.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record(event("slow"));
            written.countDown();
            await(commit);
        }));
        await(written);
        trail.record(event("fast"));
        assertThat(sealer.seal())
                .as("nothing above a running transaction is sealed")
                .isZero();

        commit.countDown();
        slow.get(30, TimeUnit.SECONDS);
        pool.shutdown();
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(order("slow")).isLessThan(order("fast"));
        assertIntact();
    }

    @Test
    void sealers_of_two_nodes_never_fork_the_chain_while_many_write() throws Exception {
        var before = count();
        var pool = AsSystem.pool(WRITERS + 2);
        List<Callable<Void>> writers = IntStream.range(0, WRITERS)
                .<Callable<Void>>mapToObj(w -> this::write)
                .toList();
        var sealing = IntStream.range(0, 2)
                .mapToObj(node -> pool.submit(() -> {
                    while (count() < before + WRITERS * EACH) {
                        sealer.seal();
                    }
                }))
                .toList();
        for (var writer : pool.invokeAll(writers)) {
            writer.get(60, TimeUnit.SECONDS);
        }
        for (var node : sealing) {
            node.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(jdbc.sql("select max(position) from audit_seal")
                        .query(Long.class)
                        .single())
                .as("positions have no gaps")
                .isEqualTo(before + WRITERS * EACH);
        assertIntact();
    }

    private Void write() {
        for (var i = 0; i < EACH; i++) {
            trail.record(event("many"));
        }
        return null;
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_seal").query(Long.class).single();
    }

    private long order(String subject) {
        return jdbc.sql("""
                        select s.position from audit_seal s join audit_event e on s.key = e.id::text
                         where s.source = 'audit_event' and e.subject = ? order by 1 desc limit 1
                        """).param(subject).query(Long.class).single();
    }

    private void assertIntact() {
        assertThat(verifier.verify((checked, total) -> {}).findings()).isEmpty();
    }

    private static AuditEntry event(String subject) {
        return AuditEntry.refused("test", subject, "test");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
