package io.shouqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.channel.BillRow;
import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelRefused;
import io.shouqi.channel.ChannelUncertain;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DayStatementTest extends SandboxTest {

    /** Each test has days of its own, which no earlier run wrote to. */
    @BeforeEach
    void on_a_fresh_day_at_noon() {
        var last = jdbc.sql("""
                        select coalesce(max(greatest(o.paid_at, r.settled_at, now())), now())
                        from sandbox_order o left join sandbox_refund r on r.order_id = o.id
                        """).query(java.time.OffsetDateTime.class).single().toInstant();
        var noon = BusinessTime.startOf(BusinessTime.dayOf(last).plusDays(3)).plus(Duration.ofHours(12));
        clock.move(Duration.between(clock.instant(), noon));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void the_statement_lists_payments_and_refunds_with_their_fees(Channel channel) {
        var order = order(channel, "1000.00");
        paid(order);
        var other = order(channel, "0.01");
        paid(other);
        var refund = refund(order, "300.00");
        channels.refund(refund);
        var day = BusinessTime.today(clock);
        clock.move(Duration.ofDays(1));

        var bill = channels.bill(account(channel), day);

        assertThat(bill.rows())
                .extracting(
                        BillRow::kind,
                        BillRow::orderNo,
                        BillRow::refundNo,
                        BillRow::amount,
                        BillRow::fee,
                        BillRow::subject)
                .containsExactly(
                        tuple(
                                BillRow.Kind.PAYMENT,
                                order.orderNo(),
                                null,
                                yuan("1000.00"),
                                yuan("6.00"),
                                order.subject()),
                        tuple(BillRow.Kind.PAYMENT, other.orderNo(), null, yuan("0.01"), yuan("0.00"), order.subject()),
                        tuple(
                                BillRow.Kind.REFUND,
                                order.orderNo(),
                                refund.refundNo(),
                                yuan("300.00"),
                                yuan("-1.80"),
                                order.subject()));
        assertThat(bill.sumsUp()).isTrue();
        assertThat(bill.summary().net()).isEqualTo(yuan("700.01"));
        assertThat(bill.summary().fees()).isEqualTo(yuan("4.20"));
        assertThat(bill.rows())
                .allSatisfy(row -> assertThat(BusinessTime.dayOf(row.at())).isEqualTo(day));
        assertThat(channels.bill(account(channel), day).sha256())
                .as("the same day gives the same file")
                .isEqualTo(bill.sha256());
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void the_statement_of_today_is_not_made_yet(Channel channel) {
        paid(order(channel));
        refused(account(channel), BusinessTime.today(clock));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_day_without_business_has_no_statement(Channel channel) {
        refused(account(channel), BusinessTime.today(clock).minusDays(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void a_statement_whose_announcement_is_cut_off_can_be_asked_for_again(Channel channel) {
        paid(order(channel));
        var day = BusinessTime.today(clock);
        clock.move(Duration.ofDays(1));
        faults.arm(null, Call.BILL, CallFault.COMMIT_THEN_CUT);
        assertThatThrownBy(() -> channels.bill(account(channel), day)).isInstanceOf(ChannelUncertain.class);
        assertThat(channels.bill(account(channel), day).rows()).hasSize(1);
    }

    private void refused(MerchantAccount account, LocalDate day) {
        assertThatThrownBy(() -> channels.bill(account, day)).isInstanceOf(ChannelRefused.class);
    }

    private static Money yuan(String yuan) {
        return Money.ofYuan(yuan);
    }
}
