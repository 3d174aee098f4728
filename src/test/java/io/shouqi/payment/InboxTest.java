package io.shouqi.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.channel.Channel;
import io.shouqi.channel.Notice;
import io.shouqi.channel.PaidTransaction;
import io.shouqi.shared.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShouqiTest
class InboxTest {

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void a_notice_that_could_not_be_posted_is_kept_sealed_and_comes_back_whole() {
        clock.set(clock.instant());
        var id = UUID.randomUUID().toString();
        var paid = new PaidTransaction(
                "ZF-1", "4200" + id, Money.ofYuan("10.50"), "CNY", "1900000001", "wx01", clock.instant());
        var notice = new Notice.Payment(id, Channel.WECHAT, UUID.randomUUID(), paid);

        inbox.keep(notice, new IllegalStateException());
        inbox.keep(notice, new IllegalStateException());

        var stored = jdbc.sql("select notice from callback_inbox where notification_id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(id, "ZF-1");
        assertThat(inbox.failed()).doesNotContain(notice);
        clock.advance(Duration.ofMinutes(2));
        assertThat(inbox.failed()).contains(notice);
        transaction.executeWithoutResult(
                status -> assertThat(inbox.take(notice)).isTrue());
        assertThat(inbox.failed()).doesNotContain(notice);
    }
}
