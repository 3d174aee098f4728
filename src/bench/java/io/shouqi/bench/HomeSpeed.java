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
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the first page takes with 40,000 contracts, 80,000 receivables, 200,000 receipts of a year in 40 stores and
 * 3,000 open tasks: of a store, an area and the whole company. Prints medians and the 95th of a hundred.
 */
public final class HomeSpeed {

    private static final int WARM_UP = 60;
    private static final int REQUESTS = 200;
    private static final URI NODE = URI.create("http://127.0.0.1:18093");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private HomeSpeed() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var node = new SpringApplication(ShouqiApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + NODE.getPort(),
                        "--management.server.port=-1",
                        "--shouqi.data-dir=" + data,
                        "--logging.level.root=warn");
        Thread.sleep(10_000);
        var rows = EveryRow.of(node);
        fill(rows);
        analyze(node.getBean(JdbcConnectionDetails.class), Files.readString(data.resolve("database.secret")).strip());
        for (var person : List.of("clerk", "manager", "area", "director")) {
            for (var period : person.equals("clerk") ? List.of("day") : List.of("day", "month")) {
                measure(person, period);
            }
        }
        System.exit(SpringApplication.exit(node));
    }

    private static void measure(String username, String period) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = CSRF.matcher(send(browser, HttpRequest.newBuilder(NODE.resolve("/login"))));
        if (!token.find()) {
            throw new IllegalStateException("no form on /login");
        }
        var form = "username=" + username + "&password=demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(
                browser,
                HttpRequest.newBuilder(NODE.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        var times = new ArrayList<Double>();
        for (var i = 0; i < WARM_UP + REQUESTS; i++) {
            var start = System.nanoTime();
            send(browser, HttpRequest.newBuilder(NODE.resolve("/?period=" + period)));
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-6s p50 %.1f ms  p95 %.1f ms%n",
                username,
                period,
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100));
    }

    private static String send(HttpClient browser, HttpRequest.Builder request) throws Exception {
        var answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static void analyze(JdbcConnectionDetails database, String password) throws Exception {
        try (var owner = DriverManager.getConnection(database.getJdbcUrl(), "postgres", password);
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** Copies of what the demonstration has; only what the page reads. */
    private static void fill(JdbcClient rows) {
        rows.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city)
                        select 'JR', 'S' || g, 'STORE', 'S' || g, 'BJ', '北京' from generate_series(1, 39) g
                        """).update();
        rows.sql("""
                        insert into contract(id, number, company, store_code, city, external_no, mark, type, signed_on,
                          price_fen, address, services, status, created_by, created_by_name, created_at, version)
                        select gen_random_uuid(), 'HTB-' || g, company, case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end, city,
                               'EB-' || g, 'x', case when g % 10 = 0 then 'NEW_HOME' else 'RESALE' end, signed_on, 500000000,
                               address, '', case when g % 400 < 10 then 'PENDING_CONFIRMATION' when g % 5 = 0 then 'COLLECTING'
                               else 'CLOSED' end, created_by, 'x', now() - g * interval '13 minutes', 0
                          from (select * from contract where type = 'RESALE' limit 1) c, generate_series(1, 40000) g
                        """).update();
        rows.sql("""
                        insert into fee_list(id, contract_id, edition, status, total_fen, frozen_at)
                        select gen_random_uuid(), id, 1, case when status = 'PENDING_CONFIRMATION' then 'FROZEN' else 'CONFIRMED' end,
                               10000000, now() from contract where number like 'HTB-%'
                        """).update();
        rows.sql("""
                        insert into fee_list_confirmation(id, fee_list_id, payer, answer, token, token_index, expires_at)
                        select gen_random_uuid(), f.id, 'BUYER',
                               case when f.status = 'FROZEN' then 'PENDING' else 'CONFIRMED' end, ''::bytea,
                               f.id::text::bytea, c.created_at + interval '14 days'
                          from fee_list f join contract c on c.id = f.contract_id where c.number like 'HTB-%'
                        """).update();
        rows.sql("""
                        insert into receivable(id, number, company, store_code, contract_no, payer, payer_name, fee_codes, entrusted,
                          instalment, due_on, amount_fen, paid_fen, status, recognised, version)
                        select gen_random_uuid(), 'RB-' || number || '-' || i, company, store_code, number,
                               case i when 1 then 'BUYER' else 'SELLER' end, '王小明', 'COMMISSION', false, i,
                               created_at::date + 10 * i, 5000000, case when status = 'CLOSED' then 5000000 else 1000000 end,
                               case when status = 'CLOSED' then 'SETTLED' when created_at::date + 10 * i < current_date then 'OVERDUE'
                               else 'OPEN' end, true, 0
                          from contract, generate_series(1, 2) i
                         where number like 'HTB-%' and status <> 'PENDING_CONFIRMATION'
                        """).update();
        rows.sql("""
                        insert into receipt(id, number, company, store_code, contract_no, channel, merchant_id, transaction_id, kind,
                          amount_fen, fee_fen, payer_name, received_at, day)
                        select gen_random_uuid(), 'SKB-' || c.number || '-' || i, company, store_code, c.number,
                               (array['CASH', 'CARD', 'TRANSFER', 'WECHAT', 'ALIPAY'])[i], 'm', 'TB-' || c.number || '-' || i, 'BROKERAGE',
                               1000000, 0, '王小明', created_at, created_at::date
                          from contract c, generate_series(1, 5) i where c.number like 'HTB-%'
                        """).update();
        rows.sql("""
                        insert into task(id, engine_task_id, company, store_code, definition, step, form, process, business_key, subject,
                          title, amount_fen, due_on, candidate_role, created_at)
                        select gen_random_uuid(), 'EB-' || number, company, store_code,
                               case when random() < 0.5 then 'userTask_approveException' else 'userTask_followUpOverdue' end,
                               '跟进逾期', 'x', 'collect-receivable', number, number, '跟进逾期', 100000, current_date, 'STORE_MANAGER', now()
                          from contract where number like 'HTB-%' order by random() limit 3000
                        """).update();
    }
}
