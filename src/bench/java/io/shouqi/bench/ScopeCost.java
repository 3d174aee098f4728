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
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * What row-level security costs on the lists people open all day: two nodes on one database of 40,000 contracts in 40
 * stores, one as the product is, the other with a role the policies do not bind and transactions that declare nobody.
 * The same person sends each request to both in turn. Prints medians and their ratio.
 */
public final class ScopeCost {

    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1500;
    private static final URI WITH = URI.create("http://127.0.0.1:18091");
    private static final URI WITHOUT = URI.create("http://127.0.0.1:18092");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private ScopeCost() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var with = start(data, WITH, List.of());
        Thread.sleep(8000);
        var rows = EveryRow.of(with);
        fill(rows);
        var port = rows.sql("select current_setting('port')").query(String.class).single();
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/shouqi";
        Unbound.create(url, Files.readString(data.resolve("database.secret")).strip());
        var without = start(
                data,
                WITHOUT,
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=shouqi_app",
                        "--spring.datasource.password=" + passwordOf(with)),
                Unbound.class);
        new ScopeCost().run(anyContract(rows));
        SpringApplication.exit(without);
        System.exit(SpringApplication.exit(with));
    }

    private static ApplicationContext start(Path data, URI at, List<String> more, Class<?>... changes) {
        var sources = new ArrayList<Class<?>>(List.of(changes));
        sources.add(ShouqiApplication.class);
        var options = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--server.port=" + at.getPort(),
                "--management.server.port=-1",
                "--shouqi.data-dir=" + data,
                "--shouqi.database.owner-password=bench",
                "--shouqi.limits.key=1000000000",
                "--logging.level.root=warn"));
        options.addAll(more);
        return new SpringApplication(sources.toArray(Class[]::new)).run(options.toArray(String[]::new));
    }

    private static String passwordOf(ApplicationContext application) {
        return String.valueOf(application.getBean(JdbcConnectionDetails.class).getPassword());
    }

    private void run(String contract) throws Exception {
        signIn();
        for (var path : List.of(
                "/contracts", "/receivables", "/tasks", "/api/v1/receivables", "/api/v1/tasks", "/api/v1/contracts/" + contract)) {
            compare(path);
        }
    }

    /** Sessions lie in the database and cookies know no port, so one sign-in is good for both nodes. */
    private void signIn() throws Exception {
        var page = send(HttpRequest.newBuilder(WITH.resolve("/login")).build()).body();
        var token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form on /login");
        }
        var form = "username=manager&password=demo&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(WITH.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private void compare(String path) throws Exception {
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (var i = 0; i < WARM_UP + REQUESTS; i++) {
            // whoever is second finds the pages of the table in the processor's cache
            var evenly = i % 2 == 0;
            var first = time(evenly ? WITH : WITHOUT, path);
            var second = time(evenly ? WITHOUT : WITH, path);
            if (i >= WARM_UP) {
                with.add(evenly ? first : second);
                without.add(evenly ? second : first);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-40s with %.2f ms  without %.2f ms  ratio %.2f%n",
                path,
                median(with),
                median(without),
                median(with) / median(without));
    }

    /** Milliseconds until the whole answer is there. */
    private double time(URI node, String path) throws Exception {
        var request = HttpRequest.newBuilder(node.resolve(path));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer demo-manager-key");
        }
        var start = System.nanoTime();
        var answer = send(request.build());
        var time = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return time;
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static double median(List<Double> times) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String anyContract(JdbcClient rows) {
        return rows.sql("select number from contract where store_code = 'BJ01' and status = 'CLOSED' limit 1")
                .query(String.class)
                .single();
    }

    /** A node that the policies do not bind. Named as a source, not scanned: the other node knows nothing of it. */
    static class Unbound {

        private static final String ROLE = "shouqi_unbound";

        static void create(String url, String password) throws Exception {
            try (var owner = DriverManager.getConnection(url, "postgres", password);
                    var statement = owner.createStatement()) {
                statement.execute("create role " + ROLE + " login bypassrls in role shouqi_app password 'bench'");
                statement.execute("alter role " + ROLE + " set shouqi.company = '*'");
                statement.execute("alter role " + ROLE + " set shouqi.stores = '*'");
                statement.execute("alter role " + ROLE + " set shouqi.caller = '{}'");
                statement.execute("vacuum analyze");
            }
        }

        @Bean
        @Primary
        JpaVendorAdapter declaresNobody() {
            return new HibernateJpaVendorAdapter();
        }

        @Bean
        @Primary
        JdbcConnectionDetails unboundConnectionDetails(JdbcConnectionDetails jdbcConnectionDetails) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return jdbcConnectionDetails.getJdbcUrl();
                }

                @Override
                public String getUsername() {
                    return ROLE;
                }

                @Override
                public String getPassword() {
                    return "bench";
                }
            };
        }
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
                        insert into task(id, engine_task_id, company, store_code, definition, step, process, business_key, subject,
                          title, candidate_role, created_at)
                        select gen_random_uuid(), 'EB-' || number, company, store_code, 'userTask_followUpOverdue', '跟进逾期',
                               'collect-receivable', number, number, '跟进逾期', 'STORE_MANAGER', now()
                          from contract where number like 'HTB-%' and random() < 0.2
                        """).update();
    }
}
