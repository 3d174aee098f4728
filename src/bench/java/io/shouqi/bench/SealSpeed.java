package io.shouqi.bench;

import io.shouqi.ShouqiApplication;
import io.shouqi.audit.Sealer;
import io.shouqi.audit.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast facts are sealed and verified: as many payments as a busy chain of stores has in a month (a receipt, an
 * allocation, a voucher with three entries, an event each), all waiting at once, on the durable embedded server.
 */
public final class SealSpeed {

    private static final int PAYMENTS = 50_000;

    private SealSpeed() {}

    public static void main(String[] args) throws Exception {
        var application = SpringApplication.run(
                ShouqiApplication.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--shouqi.audit.seal-every=PT0S",
                "--shouqi.data-dir=" + Files.createTempDirectory(Path.of("target"), "bench-"),
                "--logging.level.root=warn");
        var rows = EveryRow.of(application);
        measure("written", () -> fill(rows));
        rows.sql("analyze").update();
        measure("sealed", application.getBean(Sealer.class)::seal);
        measure("verified", () -> {
            var answer = application.getBean(Verifier.class).verify((checked, total) -> {});
            if (!answer.intact()) {
                throw new IllegalStateException(answer.toString());
            }
            return answer.checked();
        });
        System.exit(SpringApplication.exit(application));
    }

    private static void measure(String what, LongSupplier work) {
        var start = System.nanoTime();
        var facts = work.getAsLong();
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%-9s %,9d facts in %6.1f s: %,.0f a second%n", what, facts, seconds, facts / seconds);
    }

    private static long fill(JdbcClient rows) {
        rows.sql("""
                        insert into receipt(id, number, company, store_code, contract_no, channel, merchant_id, transaction_id, kind,
                          amount_fen, fee_fen, payer_name, received_at, day)
                        select gen_random_uuid(), 'SKB-' || g, 'JR', 'BJ01', 'HTB-' || g, 'WECHAT', 'm', 'T' || g, 'BROKERAGE', 5000000,
                               19000, '王小明', now(), current_date from generate_series(1, :n) g
                        """).param("n", PAYMENTS).update();
        rows.sql("""
                        insert into receipt_allocation(receipt_no, source, receivable_no, amount_fen, made_at)
                        select number, number, 'R-' || number, amount_fen, now() from receipt
                        """).update();
        rows.sql("""
                        with v as (
                          insert into voucher(id, number, company, store_code, day, event, source, subject, summary, posted_at)
                          select gen_random_uuid(), 'V-' || number, company, store_code, day, 'RECEIVED', number, contract_no,
                                 '收到佣金', now() from receipt returning id)
                        insert into journal_entry(voucher_id, line, account, party, debit, credit)
                        select v.id, e.line, e.account, '王小明', e.debit, e.credit
                          from v, (values (1, '1002', 4981000, null), (2, '660301', 19000, null), (3, '1122', null, 5000000))
                                    as e(line, account, debit, credit)
                        """).update();
        rows.sql("""
                        insert into audit_event(at, company, store_code, actor_name, via, action, subject_kind, subject, before, after)
                        select now(), 'JR', 'BJ01', '王店长', 'PAGE', 'row.updated', 'contract', contract_no,
                               '{"status": "COLLECTING"}', '{"status": "SETTLED"}' from receipt
                        """).update();
        return 4L * PAYMENTS;
    }
}
