package io.shouqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.channel.Channel;
import io.shouqi.channel.PayPage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class PayersPhoneTest extends SandboxTest {

    @Autowired
    PayPage payPage;

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void the_page_shows_payee_subject_and_amount_and_pays_without_a_script(Channel channel) throws Exception {
        var order = order(channel, "12345.60");
        var code = channels.place(order).codeUrl();
        var page = get(payPage.payUrl(channel, code).orElseThrow());
        assertThat(page.body())
                .contains("lang=\"zh-CN\"", "安居房产", "12,345.60", "确认支付", order.orderNo())
                .doesNotContain("<script", "style=");

        var after = send(HttpRequest.newBuilder(URI.create(url + "/sandbox/phone"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("misbehave=&code=" + encoded(code))));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("支付成功");
        assertThat(shop.heard()).hasSize(1);
    }

    @Test
    void the_page_says_when_a_code_has_expired() throws Exception {
        var code = channels.place(order(Channel.WECHAT)).codeUrl();
        clock.move(Duration.ofHours(1));
        assertThat(get(payPage.payUrl(Channel.WECHAT, code).orElseThrow()).body())
                .contains("付款码已过期")
                .doesNotContain("确认支付");
    }

    @Test
    void an_unknown_code_is_not_found() throws Exception {
        var page = get(URI.create(url + "/sandbox/phone?code=nothing"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到这笔订单");
    }

    @Test
    void the_list_shows_the_latest_orders() throws Exception {
        var order = order(Channel.WECHAT);
        paid(order);
        assertThat(get(URI.create(url + "/sandbox")).body()).contains(order.orderNo(), "已付款");
    }

    @Test
    void a_script_pays_by_code() throws Exception {
        var order = order(Channel.WECHAT);
        var code = channels.place(order).codeUrl();
        var answer = post("/sandbox/pay", "{\"codeUrl\":\"" + code + "\",\"misbehave\":\"DUPLICATE\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(order.orderNo(), "\"amount\":\"100.00\"");
        assertThat(shop.heard()).hasSize(3);

        assertThat(post("/sandbox/pay", "{\"codeUrl\":\"" + code + "\"}"))
                .satisfies(again -> assertThat(again.statusCode()).isEqualTo(409))
                .satisfies(again -> assertThat(again.body()).contains("sandbox.PAID", "已经付过"));
    }

    @Test
    void a_script_may_ask_for_several_faults_at_once() throws Exception {
        var code = channels.place(order(Channel.ALIPAY)).codeUrl();
        assertThat(post("/sandbox/pay", "{\"codeUrl\":\"" + code + "\",\"misbehave\":[\"DUPLICATE\",\"DELAY\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.heard()).isEmpty();
        clock.move(Duration.ofMinutes(6));
        courier.round();
        assertThat(shop.heard()).hasSize(3);
    }

    @Test
    void what_cannot_be_understood_is_refused_by_name() throws Exception {
        assertThat(post("/sandbox/pay", "{}").body()).contains("codeUrl", "field.required");
        assertThat(post("/sandbox/pay", "{\"codeUrl\":\"weixin://x\",\"misbehave\":\"DANCE\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/sandbox/misbehave", "{\"call\":\"DANCE\"}").body()).contains("call", "misbehave");
        assertThat(post("/sandbox/misbehave", "{\"call\":\"PREPAY\",\"misbehave\":\"COMMIT_THEN_CUT\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.header("Accept-Language", "zh-CN").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
