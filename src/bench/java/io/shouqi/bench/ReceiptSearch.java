package io.shouqi.bench;

import io.shouqi.ShouqiApplication;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long somebody waits for a receipt: the page /receipts, rows and totals, over 500,000 receipts of 100,000 contracts in
 * 40 stores, asked by a person who sees all of them and by one who sees a single store.
 */
public final class ReceiptSearch {

    private static final URI HOME = URI.create("http://127.0.0.1:18093");
    private static final int TIMES = 40;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private ReceiptSearch() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var application = new SpringApplication(ShouqiApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + HOME.getPort(),
                        "--management.server.port=-1",
                        "--shouqi.data-dir=" + data,
                        "--logging.level.root=warn");
        var rows = EveryRow.of(application);
        awaitSeed(rows);
        fill(rows);
        vacuum(rows, Files.readString(data.resolve("database.secret")).strip());
        for (var user : List.of("finance", "manager")) {
            new ReceiptSearch().run(user, questions());
        }
        System.exit(SpringApplication.exit(application));
    }

    private static Map<String, String> questions() {
        var questions = new LinkedHashMap<String, String>();
        questions.put("everything, newest first", "q=");
        questions.put("a receipt number", "q=SK-20250601-0123456");
        questions.put("a contract number", "q=HT-20250601-77777");
        questions.put("a whole name", "q=陈一二三");
        questions.put("part of a name", "q=二三");
        questions.put("a surname, one in eight", "q=王");
        questions.put("a phone", "q=13800138001");
        questions.put("the last four of a phone", "q=8001");
        questions.put("an amount, one in fifty", "q=30000");
        questions.put("the voucher of a card slip", "q=V0123456");
        questions.put("the channel's number", "q=4200B0123455");
        questions.put("one day", "from=2025-06-01&to=2025-06-01");
        questions.put("one month by card", "from=2025-06-01&to=2025-06-30&method=CARD");
        questions.put("one cashier, always", "by=收银7");
        questions.put("reversed ones", "state=REVERSED");
        questions.put("by amount", "q=&sort=-amount");
        return questions;
    }

    private void run(String user, Map<String, String> questions) throws Exception {
        signIn(user);
        for (var question : questions.entrySet()) {
            var path = "/receipts?" + question.getValue().replaceAll("[\\u4e00-\\u9fff]+", "%s");
            var words = Pattern.compile("[\\u4e00-\\u9fff]+").matcher(question.getValue());
            var address = words.find() ? path.formatted(URLEncoder.encode(words.group(), StandardCharsets.UTF_8)) : path;
            var times = new ArrayList<Double>();
            for (var i = 0; i < TIMES; i++) {
                var start = System.nanoTime();
                var answer = send(HttpRequest.newBuilder(HOME.resolve(address)).build());
                times.add((System.nanoTime() - start) / 1e6);
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(address + " answered " + answer.statusCode());
                }
            }
            var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %-28s median %7.1f ms  slowest %7.1f ms%n",
                    user,
                    question.getKey(),
                    sorted[TIMES / 2],
                    sorted[TIMES - 1]);
        }
    }

    private void signIn(String user) throws Exception {
        var page = send(HttpRequest.newBuilder(HOME.resolve("/login")).build()).body();
        var token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form on /login");
        }
        var form = "username=" + user + "&password=demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(HOME.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The demonstration plays its contracts by itself; one of them is copied. */
    private static void awaitSeed(JdbcClient rows) throws InterruptedException {
        while (rows.sql("select count(*) from contract where status = 'CLOSED'")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.sleep(1000);
        }
    }

    /** What happens by itself at night. */
    private static void vacuum(JdbcClient rows, String password) throws Exception {
        var port = rows.sql("select current_setting('port')").query(String.class).single();
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/shouqi";
        try (var owner = DriverManager.getConnection(url, "postgres", password);
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** Two years of business; names and amounts repeat as they do in a city. */
    private static void fill(JdbcClient rows) {
        rows.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city)
                        select 'JR', 'S' || g, 'STORE', 'S' || g, 'BJ', '北京' from generate_series(1, 39) g
                        """).update();
        rows.sql("""
                        insert into contract(id, number, company, store_code, city, external_no, mark, type, signed_on,
                          price_fen, address, services, status, created_by, created_by_name, created_at, version)
                        select gen_random_uuid(), 'HT-20250601-' || g, company, case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end, city,
                               'EB-' || g, 'x', 'RESALE', signed_on, 500000000, address, '', 'COLLECTING', created_by, 'x',
                               timestamptz '2026-01-01' - g * interval '10 minutes', 0
                          from (select * from contract where type = 'RESALE' limit 1) c, generate_series(1, 100000) g
                        """).update();
        rows.sql("""
                        insert into contract_party(contract_id, seq, role, name, phone, phone_index, phone_tail)
                        select id, 1, 'BUYER', 'x', 'x', sha256(number::bytea), substring(sha256((number::text || 't')::bytea) for 2)
                          from contract where number like 'HT-20250601-%'
                        """).update();
        rows.sql("""
                        insert into receipt(id, number, company, store_code, contract_no, channel, merchant_id, transaction_id, kind,
                          amount_fen, fee_fen, payer_name, received_at, day, collected_by, collected_by_name)
                        select gen_random_uuid(), 'SK-20250601-' || lpad(g::text, 7, '0'), 'JR',
                               case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end, 'HT-20250601-' || (1 + g % 100000),
                               (array['CASH', 'CARD', 'TRANSFER', 'WECHAT', 'ALIPAY'])[1 + g % 5], 'bench',
                               case g % 5 when 0 then 'SK-20250601-' || lpad(g::text, 7, '0')
                                          when 1 then 'B0001-V' || lpad(g::text, 7, '0') || '-2025-06-01'
                                          when 2 then 'BANK' || g || '-2025-06-01'
                                          else '4200B' || lpad(g::text, 7, '0') end,
                               'BROKERAGE', (1 + g % 50) * 100000, 0,
                               substr('王李张刘陈杨赵黄', 1 + (g / 7) % 8, 1) || substr('一二三四五六七八九', 1 + (g / 11) % 7, 3), at,
                               (at at time zone 'Asia/Shanghai')::date, gen_random_uuid(), '收银' || g % 80
                          from (select g, timestamptz '2026-01-01' - g * interval '2 minutes' as at
                                  from generate_series(1, 500000) g) r
                        """).update();
        rows.sql("""
                        insert into receipt_reversal(number, receipt_no, company, store_code, amount_fen, reason, reversed_at,
                                                     reversed_by, reversed_by_name)
                        select 'CXB-' || number, number, company, store_code, amount_fen, 'x', received_at, collected_by, 'x'
                          from receipt where number like 'SK-20250601-____999'
                        """).update();
    }
}
