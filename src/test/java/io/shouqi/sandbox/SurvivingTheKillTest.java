package io.shouqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouqi.AsSystem;
import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.Notice;
import io.shouqi.channel.OnlineChannels;
import io.shouqi.channel.OrderRequest;
import io.shouqi.channel.OrderState;
import io.shouqi.database.Caller;
import io.shouqi.shared.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(AsSystem.class)
class SurvivingTheKillTest {

    private static final String ORDER = "PKILLED1";

    @Test
    void a_payment_the_sandbox_took_before_it_was_killed_is_told_after_it_starts_again(@TempDir Path dir)
            throws Exception {
        var port = String.valueOf(freePort());
        var child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TakesAPaymentAndDies.class.getName(),
                        dir.toString(),
                        port)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(dir.resolve("child.log")))
                .isEqualTo(137);

        try (var again = start(dir.toString(), port)) {
            var account = again.getBean(MerchantAccounts.class).accountFor("A", "S1", Channel.WECHAT);
            assertThat(again.getBean(OnlineChannels.class).query(account, ORDER))
                    .isInstanceOf(OrderState.Paid.class);
            // the schedule may have begun telling it by itself
            again.getBean(Courier.class).round();
            await().untilAsserted(() -> assertThat(
                            again.getBean(SandboxSlice.Shop.class).heard())
                    .singleElement()
                    .isInstanceOf(Notice.Payment.class));
        }
    }

    /** Another process that ends as {@code kill -9} ends one, leaving even its database server behind. */
    static final class TakesAPaymentAndDies {

        public static void main(String[] arguments) {
            Caller.SYSTEM.run(() -> takeAPayment(arguments));
            Runtime.getRuntime().halt(137);
        }

        private static void takeAPayment(String[] arguments) {
            var context = start(arguments[0], arguments[1]);
            context.getBean(SandboxSlice.PatientThreads.class).dead = true;
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> context.getBean(JdbcClient.class)
                            .sql("insert into company(code, name, taxpayer) values ('A', '安居', 'GENERAL')")
                            .update());
            context.getBean(SandboxMerchants.class).openFor("A", "安居房产");
            var order = new OrderRequest(
                    context.getBean(MerchantAccounts.class).accountFor("A", "S1", Channel.WECHAT),
                    ORDER,
                    Money.ofYuan("1.00"),
                    "佣金",
                    context.getBean(SandboxSlice.MovableClock.class).instant().plus(Duration.ofHours(1)),
                    URI.create("http://127.0.0.1:" + arguments[1] + "/notify/wechat"));
            var code = context.getBean(OnlineChannels.class).place(order).codeUrl();
            context.getBean(PayerPhone.class).pay(code, Set.of());
        }
    }

    private static ConfigurableApplicationContext start(String dir, String port) {
        return new SpringApplicationBuilder(SandboxSlice.class)
                .run(
                        "--server.port=" + port,
                        "--shouqi.public-url=http://127.0.0.1:" + port,
                        "--management.server.port=0",
                        "--shouqi.sandbox.enabled=true",
                        "--shouqi.data-dir=" + dir + "/data",
                        "--spring.flyway.locations=classpath:db/migration,classpath:db/sandbox");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
