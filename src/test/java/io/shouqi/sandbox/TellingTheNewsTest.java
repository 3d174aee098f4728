package io.shouqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.channel.BadNotification;
import io.shouqi.channel.Channel;
import io.shouqi.channel.Notice;
import io.shouqi.channel.OrderState;
import io.shouqi.shared.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TellingTheNewsTest extends SandboxTest {

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void duplicate_tells_the_same_news_three_times(Channel channel) {
        paid(order(channel), Misbehaviour.DUPLICATE);
        assertThat(shop.heard()).hasSize(3);
        assertThat(shop.heard().stream().map(Notice::notificationId).distinct()).hasSize(1);
    }

    @Test
    void reorder_lets_a_later_refund_overtake_wechats_payment() {
        var order = order(Channel.WECHAT);
        paid(order, Misbehaviour.REORDER);
        assertThat(shop.heard()).isEmpty();

        channels.refund(refund(order, "1.00"));
        assertThat(shop.heard()).hasSize(2);
        assertThat(shop.heard().get(0)).isInstanceOf(Notice.Refund.class);
        assertThat(shop.heard().get(1)).isInstanceOf(Notice.Payment.class);
    }

    @Test
    void reorder_without_anything_later_tells_after_a_minute() {
        paid(order(Channel.WECHAT), Misbehaviour.REORDER);
        clock.move(Duration.ofSeconds(61));
        courier.round();
        assertThat(shop.heard()).hasSize(1);
    }

    @Test
    void reorder_makes_alipay_tell_that_it_waits_for_the_buyer_after_the_payment() {
        paid(order(Channel.ALIPAY), Misbehaviour.REORDER);
        assertThat(shop.heard()).hasSize(2);
        assertThat(shop.heard().get(0)).isInstanceOf(Notice.Payment.class);
        assertThat(shop.heard().get(1))
                .isInstanceOfSatisfying(
                        Notice.Other.class, other -> assertThat(other.kind()).isEqualTo("WAIT_BUYER_PAY"));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void delay_tells_after_five_minutes(Channel channel) {
        paid(order(channel), Misbehaviour.DELAY);
        clock.move(Duration.ofSeconds(295));
        courier.round();
        assertThat(shop.heard()).isEmpty();
        clock.move(Duration.ofSeconds(6));
        courier.round();
        assertThat(shop.heard()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void wrong_amount_is_what_the_news_and_a_query_agree_on(Channel channel) {
        var order = order(channel);
        paid(order, Misbehaviour.WRONG_AMOUNT);
        var told = ((Notice.Payment) shop.heard().get(0)).transaction();
        assertThat(told.amount()).isEqualTo(Money.ofYuan("100.01"));
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.Paid(told));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void bad_signature_is_refused_each_time_and_the_payment_is_found_by_query(Channel channel) {
        var order = order(channel);
        paid(order, Misbehaviour.BAD_SIGNATURE);
        clock.move(Duration.ofMinutes(4));
        courier.round();
        assertThat(shop.heard()).isEmpty();
        assertThat(shop.refused()).containsExactly(BadNotification.Reason.SIGNATURE, BadNotification.Reason.SIGNATURE);
        assertThat(channels.query(order.account(), order.orderNo())).isInstanceOf(OrderState.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void commit_then_cut_tells_again_what_was_already_understood(Channel channel) {
        paid(order(channel), Misbehaviour.COMMIT_THEN_CUT);
        assertThat(shop.heard()).hasSize(1);
        clock.move(Duration.ofMinutes(4));
        courier.round();
        assertThat(shop.heard()).hasSize(2);
        assertThat(shop.heard().get(0)).isEqualTo(shop.heard().get(1));
        clock.move(Duration.ofDays(2));
        courier.round();
        assertThat(shop.heard()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void never_notify_leaves_the_payment_to_a_query(Channel channel) {
        var order = order(channel);
        paid(order, Misbehaviour.NEVER_NOTIFY);
        clock.move(Duration.ofDays(2));
        courier.round();
        assertThat(shop.heard()).isEmpty();
        assertThat(channels.query(order.account(), order.orderNo())).isInstanceOf(OrderState.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void late_takes_the_money_of_an_order_that_was_closed_meanwhile(Channel channel) {
        var order = order(channel);
        var code = channels.place(order).codeUrl();
        phone.scan(code);
        channels.close(order.account(), order.orderNo());
        phone.pay(code, Set.of(Misbehaviour.LATE));
        assertThat(shop.heard()).hasSize(1);
        assertThat(channels.query(order.account(), order.orderNo())).isInstanceOf(OrderState.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void late_on_an_open_order_is_told_only_after_it_has_run_out(Channel channel) {
        paid(order(channel), Misbehaviour.LATE);
        clock.move(Duration.ofMinutes(30));
        courier.round();
        assertThat(shop.heard()).isEmpty();
        clock.move(Duration.ofMinutes(2));
        courier.round();
        assertThat(shop.heard()).hasSize(1);
    }

    @Test
    void wechat_tells_sixteen_times_on_its_published_schedule_and_then_gives_up() {
        shop.turnDeaf();
        paid(order(Channel.WECHAT));
        assertThat(retriesHeard())
                .containsExactly(
                        15L, 15L, 30L, 180L, 600L, 1200L, 1800L, 1800L, 1800L, 3600L, 10800L, 10800L, 10800L, 21600L,
                        21600L);
        assertThat(shop.heard()).hasSize(16);
        assertThat(shop.heard().stream().map(Notice::notificationId).distinct()).hasSize(1);
    }

    @Test
    void alipay_tells_eight_times_on_its_published_schedule_and_then_gives_up() {
        shop.turnDeaf();
        paid(order(Channel.ALIPAY));
        assertThat(retriesHeard()).containsExactly(240L, 600L, 600L, 3600L, 7200L, 21600L, 54000L);
        assertThat(shop.heard()).hasSize(8);
    }

    @Test
    void news_that_is_understood_at_last_is_told_no_more() {
        shop.turnDeaf();
        paid(order(Channel.WECHAT));
        shop.listen();
        clock.move(Duration.ofSeconds(15));
        courier.round();
        clock.move(Duration.ofDays(2));
        courier.round();
        assertThat(shop.heard()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void news_nobody_told_before_the_process_died_is_told_by_the_next(Channel channel) {
        threads.dead = true;
        paid(order(channel));
        assertThat(shop.heard()).isEmpty();
        courier.round();
        assertThat(shop.heard()).hasSize(1);
    }

    @Test
    void news_a_process_died_over_is_told_again() {
        threads.dead = true;
        paid(order(Channel.WECHAT));
        // claimed by a process that is gone
        jdbc.sql("update sandbox_delivery set attempts = 1, next_at = next_at + interval '30 seconds'"
                        + " where next_at is not null")
                .update();
        courier.round();
        assertThat(shop.heard()).isEmpty();
        clock.move(Duration.ofSeconds(31));
        courier.round();
        assertThat(shop.heard()).hasSize(1);
    }

    /** Moves the clock from attempt to attempt and returns the seconds between them. */
    private List<Long> retriesHeard() {
        var waits = new ArrayList<Long>();
        while (true) {
            var next = jdbc.sql("select next_at from sandbox_delivery where next_at is not null")
                    .query(java.time.OffsetDateTime.class)
                    .optional();
            if (next.isEmpty()) {
                return waits;
            }
            var wait = Duration.between(clock.instant(), next.get().toInstant());
            waits.add(Math.round(wait.toMillis() / 1000.0));
            clock.move(wait.plusMillis(1));
            courier.round();
        }
    }
}
