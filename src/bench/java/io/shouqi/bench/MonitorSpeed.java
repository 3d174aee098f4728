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
 * How long the process monitor takes with 50,000 running contracts of 40 stores, 90,000 receivables being collected, each
 * a case of its own, and 100,000 contracts that ended: whole pages, for a store and for the company.
 */
public final class MonitorSpeed {

    private static final int WARM_UP = 5;
    private static final int REQUESTS = 40;
    private static final URI NODE = URI.create("http://127.0.0.1:18095");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final List<String> PAGES = List.of(
            "/monitor",
            "/monitor/diagram",
            "/monitor?process=collect-receivable",
            "/monitor/standing?element=callActivity_collectReceivables",
            "/monitor/cases",
            "/monitor/cases?state=ENDED",
            "/monitor/incidents",
            "/monitor/jobs");

    private MonitorSpeed() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var node = new SpringApplication(ShouqiApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + NODE.getPort(),
                        "--management.server.port=-1",
                        "--shouqi.data-dir=" + data,
                        "--logging.level.root=warn");
        // until the demonstration has its contracts
        Thread.sleep(20_000);
        fill(EveryRow.of(node));
        analyze(
                node.getBean(JdbcConnectionDetails.class),
                Files.readString(data.resolve("database.secret")).strip());
        for (var person : List.of("manager", "director")) {
            for (var page : PAGES) {
                measure(person, page);
            }
        }
        System.exit(SpringApplication.exit(node));
    }

    private static void measure(String username, String page) throws Exception {
        var browser = signedIn(username);
        var times = new ArrayList<Double>();
        for (var i = 0; i < WARM_UP + REQUESTS; i++) {
            var start = System.nanoTime();
            send(browser, HttpRequest.newBuilder(NODE.resolve(page)));
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-60s p50 %.0f ms  p95 %.0f ms%n",
                username,
                page,
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100));
    }

    private static HttpClient signedIn(String username) throws Exception {
        var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
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
        return browser;
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

    /** Copies of what the demonstration has, and of what the engine writes for it. */
    private static void fill(JdbcClient rows) {
        rows.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city)
                        select 'JR', 'S' || g, 'STORE', 'S' || g, 'BJ', '北京' from generate_series(1, 39) g
                        """).update();
        rows.sql("""
                        insert into contract(id, number, company, store_code, city, external_no, mark, type, signed_on,
                          price_fen, address, services, status, created_by, created_by_name, created_at, version)
                        select gen_random_uuid(), 'HTB-' || g, company, case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end, city,
                               'EB-' || g, 'x', 'RESALE', current_date - g % 300, 500000000, address, '',
                               case when g > 50000 then 'CLOSED' when g % 10 = 0 then 'PENDING_CONFIRMATION' else 'COLLECTING' end,
                               created_by, 'x', now() - g * interval '5 minutes', 0
                          from (select * from contract where type = 'RESALE' limit 1) c, generate_series(1, 150000) g
                        """).update();
        rows.sql("""
                        insert into fee_list(id, contract_id, edition, status, total_fen, frozen_at)
                        select gen_random_uuid(), id, 1, case when status = 'PENDING_CONFIRMATION' then 'FROZEN' else 'CONFIRMED' end,
                               10000000, now() from contract where number like 'HTB-%'
                        """).update();
        rows.sql("""
                        insert into receivable(id, number, company, store_code, contract_no, payer, payer_name, fee_codes, entrusted,
                          instalment, due_on, amount_fen, paid_fen, status, recognised, version)
                        select gen_random_uuid(), 'R-B' || number || '-' || i, company, store_code, number,
                               case i when 1 then 'BUYER' else 'SELLER' end, '王小明', 'COMMISSION', false, i,
                               current_date + 10 * i, 5000000, case when status = 'CLOSED' then 5000000 else 1000000 end,
                               case when status = 'CLOSED' then 'SETTLED' else 'OPEN' end, true, 0
                          from contract, generate_series(1, 2) i
                         where number like 'HTB-%' and status <> 'PENDING_CONFIRMATION'
                        """).update();
        cases(rows);
    }

    private static void cases(JdbcClient rows) {
        history(rows, "contract-to-payment", "select number, created_at, status <> 'CLOSED' from contract where number like 'HTB-%'", 8);
        history(
                rows,
                "collect-receivable",
                "select number, now() - interval '3 days', true from receivable where number like 'R-B%' and status = 'OPEN'",
                4);
        // a case and the scope it waits in
        executions(rows, "contract-to-payment", "eventGateway_confirmation", "contract where status = 'PENDING_CONFIRMATION' and number like 'HTB-%'");
        executions(rows, "contract-to-payment", null, "contract where status = 'COLLECTING' and number like 'HTB-%'");
        executions(rows, "collect-receivable", "eventGateway_dated", "receivable where status = 'OPEN' and number like 'R-B%'");
    }

    /** The case as a whole, and each element it passed; the last one is where it is. */
    private static void history(JdbcClient rows, String process, String numbers, int passed) {
        rows.sql("""
                        insert into act_hi_procinst(id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_,
                          root_proc_inst_id_, tenant_id_, state_)
                        select 'I-' || n.number, 'I-' || n.number, n.number, d.key_, d.id_, n.at::timestamp,
                               case when n.runs then null else n.at::timestamp + interval '20 days' end, 'I-' || n.number, d.tenant_id_,
                               case when n.runs then 'ACTIVE' else 'COMPLETED' end
                          from (%s) n(number, at, runs), act_re_procdef d where d.key_ = '%s' and d.tenant_id_ = 'JR'
                        """.formatted(numbers, process)).update();
        rows.sql("""
                        insert into act_hi_actinst(id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
                          act_id_, act_type_, start_time_, end_time_, act_inst_state_, tenant_id_)
                        select 'A-' || n.number || '-' || i, d.key_, d.id_, 'I-' || n.number, 'I-' || n.number, 'I-' || n.number, 'step' || i,
                               'serviceTask', n.at::timestamp + i * interval '1 hour',
                               case when n.runs and i = %2$d then null else n.at::timestamp + (i + 1) * interval '1 hour' end, 0, d.tenant_id_
                          from (%1$s) n(number, at, runs), generate_series(1, %2$d) i, act_re_procdef d
                         where d.key_ = '%3$s' and d.tenant_id_ = 'JR'
                        """.formatted(numbers, passed, process)).update();
    }

    /** @param element null for a contract's receivables, which are collected side by side */
    private static void executions(JdbcClient rows, String process, String element, String of) {
        execution(rows, process, of, "'I-' || number", "null", "'I-' || number", "null", "null", "true");
        if (element != null) {
            execution(rows, process, of, "'X-' || number", "'I-' || number", "'I-' || number", "'" + element + "'",
                    "'A-' || number || '-" + (process.startsWith("contract") ? 8 : 4) + "'", "true");
        } else {
            execution(rows, process, of, "'M-' || number", "'I-' || number", "'I-' || number",
                    "'callActivity_collectReceivables#multiInstanceBody'", "'A-' || number || '-8'", "true");
            for (var i = 1; i <= 2; i++) {
                execution(rows, process, of, "'M-' || number || '-" + i + "'", "'M-' || number", "'I-' || number",
                        "'callActivity_collectReceivables'", "'A-' || number || '-8'", "false");
            }
        }
    }

    private static void execution(
            JdbcClient rows, String process, String of, String id, String parent, String instance, String element,
            String activity, String scope) {
        rows.sql("""
                        insert into act_ru_execution(id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, parent_id_, proc_def_id_,
                          act_id_, act_inst_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,
                          cached_ent_state_, sequence_counter_, tenant_id_)
                        select %1$s, 1, %3$s, %3$s, case when %2$s is null then number end, %2$s, d.id_, %4$s, %5$s, %4$s is not null,
                               not %6$s, %6$s, false, 1, 0, 1, d.tenant_id_
                          from %7$s, act_re_procdef d where d.key_ = '%8$s' and d.tenant_id_ = 'JR'
                        """.formatted(id, parent, instance, element, activity, scope, from(of), process)).update();
    }

    private static String from(String of) {
        return "(select number as number from " + of + ") b";
    }
}
