package io.shouqi.bench;

import io.shouqi.ShouqiApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What row-level security costs on the lists people open all day: the same requests of the same person, in turns with
 * the policies and without them, on 40,000 contracts of 40 stores. Prints medians and their ratio.
 */
public final class ScopeCost {

    private static final int ROUNDS = 8;
    private static final int REQUESTS = 240;

    private ScopeCost() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var application = SpringApplication.run(
                ShouqiApplication.class,
                "--spring.profiles.active=demo",
                "--server.port=18091",
                "--management.server.port=-1",
                "--shouqi.data-dir=" + data,
                "--shouqi.limits.key=1000000000",
                "--logging.level.root=warn");
        Thread.sleep(8000);
        var rows = EveryRow.of(application);
        fill(rows);
        var port = rows.sql("select current_setting('port')").query(String.class).single();
        var admin = "jdbc:postgresql://127.0.0.1:" + port + "/shouqi";
        var password = Files.readString(data.resolve("database.secret")).strip();
        try (var owner = DriverManager.getConnection(admin, "postgres", password);
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
            for (var path : List.of("/api/v1/receivables", "/api/v1/tasks", "/api/v1/contracts/" + anyContract(rows))) {
                var with = new ArrayList<Double>();
                var without = new ArrayList<Double>();
                for (var round = 0; round < ROUNDS; round++) {
                    policies(statement, "enable");
                    with.addAll(measure(path, round));
                    policies(statement, "disable");
                    without.addAll(measure(path, round));
                }
                policies(statement, "enable");
                System.out.printf(
                        Locale.ROOT,
                        "%-40s with %.2f ms  without %.2f ms  ratio %.2f%n",
                        path,
                        median(with),
                        median(without),
                        median(with) / median(without));
            }
        }
        System.exit(SpringApplication.exit(application));
    }

    private static String anyContract(JdbcClient rows) {
        return rows.sql("select number from contract where store_code = 'BJ01' and status = 'CLOSED' limit 1")
                .query(String.class)
                .single();
    }

    /** Table by table: a lock at a time cannot deadlock with the product's own work. */
    private static void policies(Statement statement, String verb) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = statement.executeQuery("select distinct tablename from pg_policies")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        for (var table : tables) {
            statement.execute("alter table " + table + " " + verb + " row level security");
        }
    }

    private static List<Double> measure(String path, int round) throws Exception {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:18091" + path))
                .header("Authorization", "Bearer demo-manager-key")
                .build();
        var times = new ArrayList<Double>();
        for (var i = 0; i < REQUESTS; i++) {
            var start = System.nanoTime();
            var status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " answered " + status);
            }
            // plans are made anew after the policies changed, and the first round warms up
            if (i >= REQUESTS / 4 && round > 1) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return times;
    }

    private static double median(List<Double> times) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Copies of what the demonstration has, spread over stores; only what the lists read. */
    private static void fill(JdbcClient rows) {
        rows.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city)
                        select 'JR', 'S' || g, 'STORE', 'S' || g, 'BJ', '北京' from generate_series(1, 39) g
                        """).update();
        rows.sql("""
                        insert into contract(id, number, company, store_code, city, external_no, mark, type, signed_on,
                          price_fen, address, services, status, created_by, created_by_name, created_at, version)
                        select gen_random_uuid(), 'HTB-' || g, company, case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end, city,
                               'EB-' || g, 'x', 'RESALE', signed_on, 500000000, address, '', 'COLLECTING', created_by, 'x',
                               now() - g * interval '1 minute', 0
                          from (select * from contract where type = 'RESALE' limit 1) c, generate_series(1, 40000) g
                        """).update();
        rows.sql("""
                        insert into receivable(id, number, company, store_code, contract_no, payer, payer_name, fee_codes, entrusted,
                          instalment, due_on, amount_fen, status, version)
                        select gen_random_uuid(), 'RB-' || lpad(row_number() over ()::text, 7, '0'), company, store_code, number, 'BUYER',
                               '王小明', 'COMMISSION', false, 1, current_date, 5000000, 'OPEN', 0
                          from contract where number like 'HTB-%'
                        """).update();
        rows.sql("""
                        insert into task(id, engine_task_id, company, store_code, definition, process, business_key, subject, title,
                          candidate_role, created_at)
                        select gen_random_uuid(), 'EB-' || number, company, store_code, 'userTask_followUpOverdue', 'collect-receivable',
                               number, number, '跟进逾期', 'STORE_MANAGER', now()
                          from contract where number like 'HTB-%' and random() < 0.2
                        """).update();
    }
}
