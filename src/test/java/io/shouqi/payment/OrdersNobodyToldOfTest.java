package io.shouqi.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.channel.Channel;
import io.shouqi.channel.OnlineChannels;
import io.shouqi.channel.OrderState;
import io.shouqi.identity.Organisation;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.sandbox.SandboxMerchants;
import io.shouqi.shared.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Orders whose notification never comes, in the whole application against the simulated channels. */
@ShouqiTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestPropertySource(
        properties = {
            "shouqi.sandbox.enabled=true",
            "spring.flyway.locations=classpath:db/migration,classpath:db/sandbox",
            "spring.flyway.out-of-order=true"
        })
class OrdersNobodyToldOfTest {

    private static final Money AMOUNT = Money.ofYuan("50000.00");

    @Autowired
    Shop shop;

    @Autowired
    Organisation organisation;

    @Autowired
    SandboxMerchants merchants;

    @Autowired
    OrderDesk orders;

    @Autowired
    PendingOrders pending;

    @Autowired
    PaymentOrders rows;

    @Autowired
    OnlineChannels channels;

    @Autowired
    TestClock clock;

    @Value("${shouqi.public-url}")
    URI base;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();
            registry.add("server.port", () -> port);
            registry.add("shouqi.public-url", () -> "http://127.0.0.1:" + port);
        }
    }

    @BeforeEach
    void open() {
        organisation.company(Shop.COMPANY, "测试房产", "GENERAL");
        merchants.openFor(Shop.COMPANY, "测试房产");
        shop.open();
        clock.set(clock.instant());
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"WECHAT", "ALIPAY"})
    void a_payment_nobody_told_of_is_found_by_asking(Channel channel) throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var order = place(contract, channel);
        pay(order);
        pending.lookAfterDue();
        assertThat(paid(contract)).as("not asked before its time").isEqualTo(Money.ZERO);

        clock.advance(Duration.ofMinutes(2));
        pending.lookAfterDue();
        pending.lookAfterDue();

        assertThat(paid(contract)).isEqualTo(AMOUNT);
        assertThat(shop.receivables(contract).get(0).status()).isEqualTo(ReceivableStatus.SETTLED);
        assertThat(rows.findByNumber(order.number()).orElseThrow().status()).isEqualTo(PaymentOrder.Status.PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"WECHAT", "ALIPAY"})
    void an_order_nobody_paid_is_closed_at_the_channel_when_it_expires(Channel channel) {
        var contract = shop.confirmed(Shop.resale());
        var order = place(contract, channel);
        clock.advance(PaymentOrder.LIFE.plusMinutes(1));
        pending.lookAfterDue();

        assertThat(rows.findByNumber(order.number()).orElseThrow().status()).isEqualTo(PaymentOrder.Status.CLOSED);
        assertThat(channels.query(shop.merchant(channel), order.number())).isNotInstanceOf(OrderState.NotPaid.class);
    }

    @Test
    void a_second_code_for_what_is_paid_is_closed_at_its_channel() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var wechat = place(contract, Channel.WECHAT);
        var alipay = place(contract, Channel.ALIPAY);
        pay(wechat);
        clock.advance(Duration.ofMinutes(2));
        pending.lookAfterDue();
        shop.settle();

        assertThat(paid(contract)).isEqualTo(AMOUNT);
        assertThat(rows.findByNumber(alipay.number()).orElseThrow().status()).isEqualTo(PaymentOrder.Status.CLOSED);
        assertThat(channels.query(shop.merchant(Channel.ALIPAY), alipay.number()))
                .isNotInstanceOf(OrderState.NotPaid.class);
    }

    @Test
    void a_code_for_a_part_that_is_still_owed_stays_open() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var half = Money.ofYuan("25000.00");
        var receivable = shop.receivables(contract).get(0).number();
        var first = orders.place(orders.open(List.of(receivable), Channel.WECHAT, half, shop.clerk()));
        var second = orders.place(orders.open(List.of(receivable), Channel.ALIPAY, half, shop.clerk()));
        pay(first);
        clock.advance(Duration.ofMinutes(2));
        pending.lookAfterDue();
        shop.settle();

        assertThat(rows.findByNumber(second.number()).orElseThrow().status()).isEqualTo(PaymentOrder.Status.PLACED);
    }

    private PaymentOrder place(String contract, Channel channel) {
        var receivable = shop.receivables(contract).get(0).number();
        return orders.place(orders.open(List.of(receivable), channel, AMOUNT, shop.clerk()));
    }

    private void pay(PaymentOrder order) throws Exception {
        var body = "{\"codeUrl\": \"" + order.codeUrl() + "\", \"misbehave\": \"NEVER_NOTIFY\"}";
        var request = HttpRequest.newBuilder(base.resolve("/sandbox/pay"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private Money paid(String contract) {
        return shop.receivables(contract).get(0).paid();
    }
}
