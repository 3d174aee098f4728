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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the search over every page takes on 40,000 contracts of 80,000 people with 80,000 receipts, for somebody who
 * sees the whole company and somebody who sees one store. Prints the median and the slowest of sixty for each.
 */
public final class SearchSpeed {

    private static final URI NODE = URI.create("http://127.0.0.1:18124");
    private static final int WARM_UP = 200;
    private static final int TIMES = 60;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:content|value)=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";

    private SearchSpeed() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var node = new SpringApplication(ShouqiApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + NODE.getPort(),
                        "--management.server.port=-1",
                        "--shouqi.data-dir=" + data,
                        "--shouqi.limits.key=1000000000",
                        "--logging.level.root=warn");
        Thread.sleep(8000);
        fill(EveryRow.of(node));
        // the product has no right to gather statistics; the server does it by itself within a minute
        Thread.sleep(90_000);
        for (var person : List.of("director", "manager")) {
            new SearchSpeed().run(person);
        }
        System.exit(SpringApplication.exit(node));
    }

    private void run(String person) throws Exception {
        csrf = token("/login");
        post("/login", "username=" + person + "&password=demo");
        csrf = token("/tasks");
        var typed = List.of(
                "HTB-31234", "31234", "HT", "朝阳区", "望京西园 410", "小区", "王小明", "赵七七", "有限公司", "6789", "13800138000", "SKB-31234", "审批");
        for (var i = 0; i < WARM_UP; i++) {
            search(typed.get(i % typed.size()));
        }
        for (var words : typed) {
            var times = new double[TIMES];
            for (var i = 0; i < TIMES; i++) {
                times[i] = search(words);
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %-14s median %6.1f ms   slowest %6.1f ms%n",
                    person,
                    words,
                    times[TIMES / 2],
                    times[TIMES - 1]);
        }
    }

    /** Milliseconds until the whole answer is there. */
    private double search(String words) throws Exception {
        var start = System.nanoTime();
        var answer = post("/search", "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        var time = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the search answered " + answer.statusCode());
        }
        return time;
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(NODE.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                .build());
    }

    private String token(String path) throws Exception {
        var found = CSRF.matcher(
                send(HttpRequest.newBuilder(NODE.resolve(path)).build()).body());
        if (!found.find()) {
            throw new IllegalStateException("no token on " + path);
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** One address in three is in 朝阳区, every one in a 小区; one buyer in two hundred is called 王小明. */
    private static void fill(JdbcClient rows) {
        rows.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city)
                        select 'JR', 'S' || g, 'STORE', 'S' || g, 'BJ', '北京' from generate_series(1, 39) g
                        """).update();
        rows.sql("""
                        insert into contract(id, number, company, store_code, city, external_no, mark, type, signed_on,
                          price_fen, address, services, status, created_by, created_by_name, created_at, version)
                        select gen_random_uuid(), 'HTB-' || g, company,
                               case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end, city, 'EB-' || g, 'x', 'RESALE',
                               signed_on, 500000000,
                               (array['朝阳区', '海淀区', '丰台区'])[g % 3 + 1] || (array['望京西园', '花家地', '酒仙桥', '上地佳园',
                                 '方庄'])[g % 5 + 1] || '小区 ' || g % 900 || ' 号楼 ' || g % 7 || '-' || g % 31,
                               '', 'COLLECTING', created_by, 'x', now() - g * interval '1 minute', 0
                          from (select * from contract where type = 'RESALE' limit 1) c, generate_series(1, 40000) g
                        """).update();
        rows.sql("""
                        insert into contract_party(contract_id, seq, role, name, phone, phone_index, phone_tail)
                        select c.id, s, case s when 0 then 'BUYER' else 'SELLER' end,
                               case when g % 200 = 0 then '王小明' when g % 9 = 0 then '宏图' || g || '置业有限公司'
                                 else chr(20000 + g % 3000) || chr(21000 + g % 1700) || chr(22000 + s) end,
                               '\\x00', decode(md5(number || s), 'hex'), decode(md5((g % 10000)::text), 'hex')
                          from (select *, (row_number() over ())::int as g from contract where number like 'HTB-%') c,
                               generate_series(0, 1) s
                        """).update();
        rows.sql("""
                        insert into receipt(id, number, company, store_code, contract_no, channel, merchant_id, transaction_id,
                          kind, amount_fen, fee_fen, payer_name, received_at, day)
                        select gen_random_uuid(), 'SKB-' || s || substr(number, 5), company, store_code, number, 'CASH', store_code,
                               number || s, 'BROKERAGE', 5000000, 0, '王小明', created_at, created_at::date
                          from contract, generate_series(1, 2) s where number like 'HTB-%'
                        """).update();
    }
}
