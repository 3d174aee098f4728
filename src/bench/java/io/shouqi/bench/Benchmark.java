package io.shouqi.bench;

import io.shouqi.ShouqiApplication;
import io.shouqi.database.Caller;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.QuoteRequest;
import io.shouqi.shared.Money;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the product is, over its whole paths: HTTP, keys and signatures, rules, process, database. Prints one line a
 * figure. The application, its embedded server and the clients share one machine.
 */
public final class Benchmark {

    private static final int CONTRACTS = 400;
    private static final int ORDERS_PER_RECEIVABLE = 30;

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ConfigurableApplicationContext application;
    private final JdbcClient jdbc;

    private Benchmark(ConfigurableApplicationContext application) {
        this.application = application;
        this.jdbc = EveryRow.of(application);
        this.base = URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
    }

    public static void main(String[] args) throws Exception {
        Caller.SYSTEM.enter();
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var application = SpringApplication.run(
                ShouqiApplication.class,
                "--spring.profiles.active=demo",
                "--server.port=18090",
                "--management.server.port=-1",
                "--shouqi.data-dir=" + data,
                "--shouqi.limits.key=1000000000",
                "--logging.level.root=warn");
        var benchmark = new Benchmark(application);
        benchmark.awaitDemo();
        benchmark.quotes();
        benchmark.intakes();
        benchmark.yardstick(data);
        benchmark.confirmations();
        System.exit(SpringApplication.exit(application));
    }

    private void awaitDemo() throws Exception {
        while (count("contract") < 8) {
            Thread.sleep(200);
        }
        Thread.sleep(3000);
    }

    private void quotes() {
        var prices = application.getBean(PriceBook.class);
        var request = new QuoteRequest(
                "JR", DealType.RESALE, "北京", "BJ01", LocalDate.of(2024, 3, 1), Money.ofYuan("5000000"), null,
                List.of("APPRAISAL"), null);
        for (var end = System.nanoTime() + 3_000_000_000L; System.nanoTime() < end; ) {
            prices.quote(request);
        }
        var done = 0;
        var start = System.nanoTime();
        for (var end = start + 5_000_000_000L; System.nanoTime() < end; done++) {
            prices.quote(request);
        }
        print("quotes, one thread", done / 5.0, "quotes/s");
    }

    private void intakes() throws Exception {
        intake(4, 60, "warm-up");
        intake(4, CONTRACTS, "intakes, 4 clients");
        for (var no : jdbc.sql("select number from contract where external_no like 'B-%' and status = 'PENDING_CONFIRMATION'")
                .query(String.class)
                .list()) {
            post("/api/v1/contracts/" + no + "/fee-list/confirm", "{}");
        }
        var wanted = 2 * count("contract where external_no like 'B-%'");
        while (count("receivable r join contract c on c.number = r.contract_no where c.external_no like 'B-%'") < wanted) {
            Thread.sleep(200);
        }
    }

    private void intake(int clients, int contracts, String name) throws Exception {
        var bodies = new ArrayList<String>();
        for (var i = 0; i < contracts; i++) {
            bodies.add(
                    """
                    {"externalNo": "B-%s", "type": "RESALE", "storeCode": "BJ01", "signedOn": "2024-03-01", "price": "5000000.00",
                     "property": {"address": "望京西园四区 410 号楼", "area": "89.50"},
                     "parties": [{"role": "BUYER", "name": "王小明", "phone": "13800138000"},
                                 {"role": "SELLER", "name": "李秀英", "phone": "13900139000"}],
                     "services": [], "instalments": "ALL_AT_SIGNING"}
                    """
                            .formatted(UUID.randomUUID()));
        }
        var next = new AtomicInteger();
        var load = new Load(clients, () -> {
            var i = next.getAndIncrement();
            if (i >= bodies.size()) {
                return false;
            }
            require(post("/api/v1/contracts", bodies.get(i)), 201);
            return true;
        });
        load.run().print(name, "contracts/s");
    }

    /** PostgreSQL alone, on the same server, by a script given with {@code -Dyardstick=path}. */
    private void yardstick(Path data) throws Exception {
        var script = System.getProperty("yardstick", "");
        if (script.isEmpty()) {
            return;
        }
        var url = application.getEnvironment().getProperty("spring.datasource.url");
        var port = jdbc.sql("select current_setting('port')").query(String.class).single();
        var password = Files.readString(data.resolve("database.secret")).strip();
        var connection = "host=127.0.0.1 port=" + port + " user=postgres dbname=postgres password=" + password;
        if (url == null) {
            new ProcessBuilder(script, connection, "8").inheritIO().start().waitFor();
        }
    }

    private void confirmations() throws Exception {
        var orders = new BenchOrders(application, jdbc).place(ORDERS_PER_RECEIVABLE);
        var news = new SignedNews(jdbc, orders);
        confirm("warm-up", news, 8, 8000, 0);
        for (var clients : new int[] {1, 4, 16}) {
            confirm("confirmations, " + clients + " clients", news, clients, clients == 1 ? 2000 : 5000, 0);
        }
        confirm("confirmations, steady 50 a second", news, 16, 1000, 50);
        try (var profile = new Profile()) {
            confirm("the same under the profiler", news, 16, 3000, 0);
            profile.report();
        }
        var posted = count("receipt where order_no like 'BP%'");
        System.out.printf(Locale.ROOT, "posted receipts: %d of %d acknowledged%n", posted, news.taken());
    }

    private void confirm(String name, SignedNews news, int clients, int most, int aSecond) throws Exception {
        news.sign(most);
        var done = new AtomicInteger();
        var load = new Load(clients, () -> {
            if (done.incrementAndGet() > most) {
                return false;
            }
            require(http.send(news.next(base.resolve("/notify/wechat")), HttpResponse.BodyHandlers.discarding()).statusCode(), 204);
            return true;
        });
        (aSecond == 0 ? load.run() : load.paced(aSecond)).print(name, "payments/s");
    }

    private int post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer demo-key")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void require(int status, int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("answered " + status);
        }
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    static void print(String name, double figure, String unit) {
        System.out.printf(Locale.ROOT, "%-36s %9.0f %s%n", name, figure, unit);
    }
}
