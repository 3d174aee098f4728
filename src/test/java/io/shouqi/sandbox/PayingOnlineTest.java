package io.shouqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelRefused;
import io.shouqi.channel.ChannelUncertain;
import io.shouqi.channel.Notice;
import io.shouqi.channel.OrderRequest;
import io.shouqi.channel.OrderState;
import io.shouqi.channel.RefundState;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayingOnlineTest extends SandboxTest {

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void an_order_is_placed_scanned_paid_and_told_once(Channel channel) {
        var order = order(channel);
        paid(order);

        assertThat(shop.heard()).singleElement().isInstanceOfSatisfying(Notice.Payment.class, payment -> {
            assertThat(payment.channel()).isEqualTo(channel);
            assertThat(payment.merchantAccountId()).isEqualTo(order.account().id());
            assertThat(payment.transaction().orderNo()).isEqualTo(order.orderNo());
            assertThat(payment.transaction().amount()).isEqualTo(order.amount());
            assertThat(payment.transaction().currency()).isEqualTo("CNY");
            assertThat(payment.transaction().merchantId())
                    .isEqualTo(order.account().merchantId());
            assertThat(payment.transaction().appId()).isEqualTo(order.account().appId());
            assertThat(payment.transaction().paidAt()).isCloseTo(clock.instant(), within(10, ChronoUnit.SECONDS));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_query_says_what_the_notification_says(Channel channel) {
        var order = order(channel);
        paid(order);

        var told = ((Notice.Payment) shop.heard().get(0)).transaction();
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.Paid(told));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void placing_the_same_order_twice_gives_the_same_code(Channel channel) {
        var order = order(channel);
        assertThat(channels.place(order)).isEqualTo(channels.place(order));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void the_same_number_for_another_amount_is_refused(Channel channel) {
        var order = order(channel);
        channels.place(order);
        var other = new OrderRequest(
                order.account(),
                order.orderNo(),
                Money.ofFen(1),
                order.subject(),
                order.expiresAt(),
                order.notifyUrl());
        assertThatThrownBy(() -> channels.place(other)).isInstanceOf(ChannelRefused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_scanned_order_is_not_paid_until_the_password_is_entered(Channel channel) {
        var order = order(channel);
        phone.scan(channels.place(order).codeUrl());
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.NotPaid());
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void an_unknown_order_is_missing(Channel channel) {
        assertThat(channels.query(account(channel), "P000000")).isEqualTo(new OrderState.Missing());
    }

    @Test
    void alipay_knows_an_order_only_once_it_was_scanned_and_closing_it_before_is_harmless() {
        var order = order(Channel.ALIPAY);
        channels.place(order);
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.Missing());
        channels.close(order.account(), order.orderNo());
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_closed_order_cannot_be_paid_and_closing_it_again_is_harmless(Channel channel) {
        var order = order(channel);
        var code = channels.place(order).codeUrl();
        phone.scan(code);
        channels.close(order.account(), order.orderNo());
        channels.close(order.account(), order.orderNo());

        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.Closed());
        assertThatThrownBy(() -> phone.pay(code, Set.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("sandbox.CLOSED"));
        assertThatThrownBy(() -> channels.place(order)).isInstanceOf(ChannelRefused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_paid_order_cannot_be_closed_or_paid_again(Channel channel) {
        var order = order(channel);
        var code = paid(order);

        assertThatThrownBy(() -> channels.close(order.account(), order.orderNo()))
                .isInstanceOf(ChannelRefused.class);
        assertThatThrownBy(() -> phone.pay(code, Set.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("sandbox.PAID"));
        assertThat(channels.query(order.account(), order.orderNo())).isInstanceOf(OrderState.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void an_expired_order_cannot_be_paid(Channel channel) {
        var order = order(channel);
        var code = channels.place(order).codeUrl();
        phone.scan(code);
        clock.move(Duration.ofMinutes(31));

        assertThatThrownBy(() -> phone.pay(code, Set.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("sandbox.EXPIRED"));
        // WeChat's order stays open until it is closed; Alipay closes it by itself
        assertThat(channels.query(order.account(), order.orderNo()))
                .isEqualTo(channel == Channel.WECHAT ? new OrderState.NotPaid() : new OrderState.Closed());
        channels.close(order.account(), order.orderNo());
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.Closed());
    }

    @Test
    void wechat_accepts_a_refund_first_and_pays_back_later() {
        var order = order(Channel.WECHAT);
        paid(order);
        threads.dead = true;
        var refund = refund(order, "30.00");

        assertThat(channels.refund(refund)).isEqualTo(RefundState.PROCESSING);
        assertThat(channels.refund(refund)).isEqualTo(RefundState.PROCESSING);
        courier.round();
        assertThat(channels.queryRefund(order.account(), order.orderNo(), refund.refundNo()))
                .isEqualTo(RefundState.SUCCESS);
        assertThat(shop.heard()).last().isInstanceOfSatisfying(Notice.Refund.class, notice -> {
            assertThat(notice.orderNo()).isEqualTo(order.orderNo());
            assertThat(notice.refundNo()).isEqualTo(refund.refundNo());
            assertThat(notice.refund()).isEqualTo(refund.refund());
            assertThat(notice.state()).isEqualTo(RefundState.SUCCESS);
        });
    }

    @Test
    void alipay_pays_back_at_once_and_the_same_request_refunds_once() {
        var order = order(Channel.ALIPAY);
        paid(order);
        var refund = refund(order, "60.00");

        assertThat(channels.refund(refund)).isEqualTo(RefundState.SUCCESS);
        assertThat(channels.refund(refund)).isEqualTo(RefundState.SUCCESS);
        assertThat(channels.refund(refund(order, "40.00"))).isEqualTo(RefundState.SUCCESS);
        assertThat(shop.heard()).hasSize(3).last().isInstanceOfSatisfying(Notice.Refund.class, notice -> {
            assertThat(notice.refund()).as("all that went back so far").isEqualTo(order.amount());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void an_order_refunded_in_full_still_counts_as_paid(Channel channel) {
        var order = order(channel);
        paid(order);
        channels.refund(refund(order, "100.00"));
        assertThat(channels.query(order.account(), order.orderNo()))
                .isInstanceOfSatisfying(
                        OrderState.Paid.class,
                        paid -> assertThat(paid.refunded()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void no_more_goes_back_than_was_paid(Channel channel) {
        var order = order(channel);
        paid(order);
        channels.refund(refund(order, "60.00"));
        assertThatThrownBy(() -> channels.refund(refund(order, "40.01"))).isInstanceOf(ChannelRefused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_refund_nobody_asked_for_is_missing(Channel channel) {
        var order = order(channel);
        paid(order);
        assertThat(channels.queryRefund(order.account(), order.orderNo(), "F000000"))
                .isEqualTo(RefundState.MISSING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void an_answer_whose_signature_does_not_fit_is_not_believed(Channel channel) {
        var order = order(channel);
        paid(order);
        faults.arm(order.account().merchantId(), Call.QUERY, CallFault.BAD_SIGNATURE);
        assertThatThrownBy(() -> channels.query(order.account(), order.orderNo()))
                .isInstanceOf(ChannelUncertain.class);
        assertThat(channels.query(order.account(), order.orderNo())).isInstanceOf(OrderState.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_channel_that_fails_leaves_the_outcome_open(Channel channel) {
        var order = order(channel);
        faults.arm(null, Call.PREPAY, CallFault.UNAVAILABLE);
        assertThatThrownBy(() -> channels.place(order)).isInstanceOf(ChannelUncertain.class);
        assertThat(channels.place(order).codeUrl()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void an_order_whose_answer_was_cut_off_was_placed_all_the_same(Channel channel) {
        var order = order(channel);
        faults.arm(null, Call.PREPAY, CallFault.COMMIT_THEN_CUT);
        assertThatThrownBy(() -> channels.place(order)).isInstanceOf(ChannelUncertain.class);

        phone.scan(channels.place(order).codeUrl());
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.NotPaid());
        assertThat(jdbc.sql("select count(*) from sandbox_order where order_no = ?")
                        .param(order.orderNo())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_refund_whose_answer_was_cut_off_is_found_by_asking(Channel channel) {
        var order = order(channel);
        paid(order);
        var refund = refund(order, "10.00");
        faults.arm(null, Call.REFUND, CallFault.COMMIT_THEN_CUT);
        assertThatThrownBy(() -> channels.refund(refund)).isInstanceOf(ChannelUncertain.class);
        assertThat(channels.queryRefund(order.account(), order.orderNo(), refund.refundNo()))
                .isEqualTo(RefundState.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_close_whose_answer_was_cut_off_is_found_by_asking(Channel channel) {
        var order = order(channel);
        phone.scan(channels.place(order).codeUrl());
        faults.arm(null, Call.CLOSE, CallFault.COMMIT_THEN_CUT);
        assertThatThrownBy(() -> channels.close(order.account(), order.orderNo()))
                .isInstanceOf(ChannelUncertain.class);
        assertThat(channels.query(order.account(), order.orderNo())).isEqualTo(new OrderState.Closed());
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void nobody_listening_at_the_gateway_leaves_the_outcome_open(Channel channel) {
        var elsewhere = account(channel).at(URI.create("http://127.0.0.1:9/gateway"));
        assertThatThrownBy(() -> channels.query(elsewhere, "P000000")).isInstanceOf(ChannelUncertain.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_stranger_may_not_place_orders(Channel channel) {
        var known = order(channel);
        var other = channel == Channel.WECHAT ? account(Channel.ALIPAY) : account(Channel.WECHAT);
        var keys = known.account().keys();
        var stranger = new io.shouqi.channel.MerchantAccount(
                java.util.UUID.randomUUID(),
                "A",
                null,
                channel,
                known.account().merchantId(),
                known.account().appId(),
                new io.shouqi.channel.MerchantKeys(
                        other.keys().privateKey(), keys.serial(), keys.apiV3Key(), keys.channelKeys()),
                known.account().gateway());
        var order = new OrderRequest(
                stranger, known.orderNo(), known.amount(), known.subject(), known.expiresAt(), known.notifyUrl());
        assertThatThrownBy(() -> channels.place(order)).isInstanceOf(ChannelRefused.class);
    }
}
