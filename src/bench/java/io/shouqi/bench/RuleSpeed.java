package io.shouqi.bench;

import io.shouqi.ShouqiApplication;
import io.shouqi.database.Caller;
import io.shouqi.identity.Users;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.QuoteRequest;
import io.shouqi.pricing.Replay;
import io.shouqi.pricing.Replays;
import io.shouqi.pricing.RuleDrafts;
import io.shouqi.pricing.RuleDrafts.Intent;
import io.shouqi.pricing.RulePublishing;
import io.shouqi.pricing.RuleStatus;
import io.shouqi.pricing.RuleTables;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a draft takes over the contracts of a quarter, and what a thousand quotes a second feel of a publication: the
 * demo company, 100,000 contracts, the durable embedded server.
 */
public final class RuleSpeed {

    private static final String COMPANY = "JR";
    private static final int CASES = 100_000;
    private static final int QUOTES_A_SECOND = 1000;

    private final ConfigurableApplicationContext application;

    private RuleSpeed(ConfigurableApplicationContext application) {
        this.application = application;
    }

    public static void main(String[] args) throws Exception {
        var application = SpringApplication.run(
                ShouqiApplication.class,
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--management.server.port=-1",
                "--shouqi.data-dir=" + Files.createTempDirectory(Path.of("target"), "bench-"),
                "--logging.level.root=warn");
        var bench = new RuleSpeed(application);
        bench.awaitDemo();
        bench.replay();
        bench.publish();
        System.exit(SpringApplication.exit(application));
    }

    private void awaitDemo() throws InterruptedException {
        var rows = EveryRow.of(application);
        while (rows.sql("select count(*) from contract").query(Long.class).single() < 8) {
            Thread.sleep(200);
        }
        Thread.sleep(3000);
        rows.sql("""
                        insert into priced_case(company, contract_no, edition, store_code, agents, agent_names, signed_on,
                               priced_at, type, city, price_fen, monthly_rent_fen, services, discount_percent,
                               table_version, total_fen, codes, payers, groups, taxes, amounts, sheet_rows)
                        select 'JR', 'HTR-' || g, 1, 'BJ01', array['a' || g % 500, 'b' || g % 300], array['赵', '孙'],
                               current_date - (g % 80), now(), 'RESALE', '北京', 300000000 + g * 1000, null,
                               '{}', null, 2, 2 * (3000000 + g * 10), array['COMMISSION', 'COMMISSION'],
                               array['BUYER', 'SELLER'], array['BASIC', 'BASIC'], array['VAT_6', 'VAT_6'],
                               array[3000000 + g * 10, 3000000 + g * 10]::bigint[], array[11, 12]
                          from generate_series(1, :n) g
                        """).param("n", CASES).update();
        rows.sql("analyze priced_case").update();
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private void replay() throws InterruptedException {
        var users = bean(Users.class);
        for (var round = 1; round <= 3; round++) {
            var version = Caller.SYSTEM.call(() -> draft());
            var start = System.nanoTime();
            Caller.SYSTEM.call(() -> bean(Replays.class)
                    .start(users.byUsername("analyst").orElseThrow(), "fees", version, null, null));
            Replay replay;
            do {
                Thread.sleep(20);
                replay = Caller.SYSTEM.call(
                        () -> bean(Replays.class).current(COMPANY, "fees", version).orElseThrow());
            } while (replay.state() == Replay.State.RUNNING);
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "replay: %,d contracts, %,d changed, delta %s, %.1f s: %,.0f a second%n",
                    replay.total(),
                    replay.changed(),
                    replay.delta(),
                    seconds,
                    replay.total() / seconds);
        }
    }

    /** A draft of the shipped tariff, from today on, where rows 11 and 12 ask for half a percent more. */
    private int draft() {
        var drafts = bean(RuleDrafts.class);
        var analyst = bean(Users.class).byUsername("analyst").orElseThrow();
        var today = BusinessTime.today(bean(Clock.class));
        var draft = drafts.from(analyst, "fees", "latest", new Intent(today.toString(), "measuring"));
        var number = Integer.toString(draft.version());
        var rows = new ArrayList<List<String>>();
        for (var row : bean(RuleTables.class).grid(COMPANY, "fees", number).rows()) {
            rows.add(rows.size() < 2 ? row.stream().map(RuleSpeed::dearer).toList() : row);
        }
        drafts.save(analyst, "fees", draft.version(), draft.revision(), rows);
        return draft.version();
    }

    private static String dearer(String cell) {
        return cell.equals("1%") ? "1.5%" : cell.equals("1.5%") ? "1%" : cell;
    }

    /** Quotes at an even pace while versions come into force; the time a quote takes is counted from when it was due. */
    private void publish() throws InterruptedException {
        var stop = new AtomicBoolean();
        var failed = new AtomicLong();
        var mixed = new AtomicLong();
        var times = new ArrayList<Long>();
        var quotes = CompletableFuture.runAsync(() -> Caller.SYSTEM.run(() -> {
            var due = System.nanoTime();
            while (!stop.get()) {
                due += 1_000_000_000L / QUOTES_A_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                try {
                    var lines = bean(PriceBook.class).quote(request()).lines();
                    mixed.addAndGet(lines.stream().map(l -> l.why().version()).distinct().count() == 1 ? 0 : 1);
                } catch (RuntimeException e) {
                    failed.incrementAndGet();
                }
                times.add(System.nanoTime() - due);
            }
        }));
        Thread.sleep(2000);
        for (var i = 0; i < 5; i++) {
            var version = Caller.SYSTEM.call(this::draft);
            Caller.SYSTEM.run(() -> bean(RulePublishing.class)
                    .submit(bean(Users.class).byUsername("analyst").orElseThrow(), "fees", version));
            agree(version);
        }
        stop.set(true);
        quotes.join();
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "publish: %,d quotes, %d failed, %d mixed; median %.2f ms, 99 %% %.2f ms, slowest %.1f ms%n",
                times.size(),
                failed.get(),
                mixed.get(),
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6,
                times.get(times.size() - 1) / 1e6);
    }

    private void agree(int version) throws InterruptedException {
        var publishing = bean(RulePublishing.class);
        var number = Integer.toString(version);
        for (var i = 0; i < 600; i++) {
            for (var who : List.of("business-system", "director", "finance")) {
                var actor = Caller.SYSTEM.call(() -> bean(Users.class).byUsername(who).orElseThrow());
                Caller.SYSTEM.run(() -> publishing
                        .openTask(actor, "fees", version)
                        .ifPresent(task -> publishing.agree(actor, "fees", version, null)));
            }
            var state = Caller.SYSTEM.call(() -> bean(RuleTables.class).version(COMPANY, "fees", number));
            if (state.status() == RuleStatus.PUBLISHED) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("version " + version + " is not published");
    }

    private static QuoteRequest request() {
        return new QuoteRequest(
                COMPANY, DealType.RESALE, "北京", "BJ01", BusinessTime.today(Clock.systemUTC()), Money.ofYuan("5000000"), null,
                List.of(), null);
    }
}
