package io.shouqi.sandbox;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.OnlineChannels;
import io.shouqi.channel.OrderRequest;
import io.shouqi.channel.RefundRequest;
import io.shouqi.shared.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The official libraries against the sandbox over real HTTP. */
@ExtendWith(AsSystem.class)
@SpringBootTest(
        classes = SandboxSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "shouqi.sandbox.enabled=true",
            "spring.flyway.locations=classpath:db/migration,classpath:db/sandbox",
            "management.server.port=0"
        })
abstract class SandboxTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int PORT = freePort();
    private static final Path DATA = freshDirectory();

    @Autowired
    OnlineChannels channels;

    @Autowired
    MerchantAccounts accounts;

    @Autowired
    SandboxMerchants sandbox;

    @Autowired
    SandboxSlice.Shop shop;

    @Autowired
    SandboxSlice.MovableClock clock;

    @Autowired
    SandboxSlice.PatientThreads threads;

    @Autowired
    Courier courier;

    @Autowired
    PayerPhone phone;

    @Autowired
    Faults faults;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Value("${shouqi.public-url}")
    String url;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("shouqi.data-dir", DATA::toString);
        properties.add("shouqi.public-url", () -> "http://127.0.0.1:" + PORT);
    }

    @BeforeEach
    void open() {
        jdbc.sql("insert into company(code, name, taxpayer) values ('A', '安居', 'GENERAL') on conflict do nothing")
                .update();
        sandbox.openFor("A", "安居房产");
        jdbc.sql("update sandbox_delivery set next_at = null").update();
        jdbc.sql("delete from sandbox_fault").update();
        clock.reset();
        threads.dead = false;
        shop.reset();
    }

    MerchantAccount account(Channel channel) {
        return accounts.accountFor("A", "S1", channel);
    }

    OrderRequest order(Channel channel) {
        return order(channel, "100.00");
    }

    OrderRequest order(Channel channel, String yuan) {
        return new OrderRequest(
                account(channel),
                number("P"),
                Money.ofYuan(yuan),
                "佣金，朝阳区某小区3号楼, 含服务费",
                clock.instant().plus(Duration.ofMinutes(30)),
                URI.create(url + "/notify/" + (channel == Channel.WECHAT ? "wechat" : "alipay")));
    }

    RefundRequest refund(OrderRequest order, String yuan) {
        return new RefundRequest(
                order.account(),
                order.orderNo(),
                number("F"),
                order.amount(),
                Money.ofYuan(yuan),
                "客户取消",
                order.notifyUrl());
    }

    /** Placed, scanned and paid. */
    String paid(OrderRequest order, Misbehaviour... misbehaviour) {
        var code = channels.place(order).codeUrl();
        phone.pay(code, Set.of(misbehaviour));
        return code;
    }

    String number(String prefix) {
        return prefix + Instant.now().toEpochMilli() + NUMBERS.incrementAndGet();
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Path freshDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "sandbox-test");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
