package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AnotherNode;
import io.shouqi.ShouqiTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database. */
@ShouqiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesAcrossNodesTest {

    private static final int ROWS = 1000;

    @Autowired
    private ApplicationContext application;

    private final HttpClient http = HttpClient.newHttpClient();
    private AnotherNode other;
    private RuleFirm firm;

    @BeforeAll
    void startAnotherNode(@Autowired Environment settings) {
        firm = new RuleFirm(application);
        other = AnotherNode.beside(settings);
    }

    @AfterAll
    void stopTheOtherNode() {
        other.close();
    }

    @Test
    void a_thousand_rows_published_here_price_there_all_that_is_asked_five_seconds_later() throws Exception {
        assertThat(there()).isEqualTo("100000.00");
        var version = firm.draft("fees", rows());
        firm.publish("fees", version);
        var published = Instant.now();

        var slowest = Duration.ZERO;
        for (var price = ""; !price.equals("35000.00"); ) {
            var asked = Instant.now();
            price = there();
            if (Duration.between(published, asked).compareTo(Duration.ofSeconds(5)) > 0) {
                assertThat(price).isEqualTo("35000.00");
            }
            var took = Duration.between(asked, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        System.out.println("priced by the other node after "
                + Duration.between(published, Instant.now()).toMillis() + " ms; the slowest quote meanwhile took "
                + slowest.toMillis() + " ms");
    }

    private String rows() {
        var rows = new ArrayList<String>();
        IntStream.range(0, ROWS - 1)
                .forEach(i -> rows.add(
                        "COMMISSION | 佣金 | 基本 | 二手房 | | X%04d | 买方 | | | | 全额 | 1%% | | | | 一般纳税人".formatted(i)));
        rows.add("COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 0.7% | | | | 一般纳税人");
        return String.join("\n", rows);
    }

    private String there() throws Exception {
        var deal = """
                {"type": "RESALE", "storeCode": "%s", "signedOn": "%s", "price": "5000000"}
                """.formatted(firm.store, firm.today());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/api/v1/quotes"))
                .header("Authorization", "Bearer " + firm.username("clerk") + "-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(deal))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("total").asString();
    }
}
