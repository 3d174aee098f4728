package io.shouqi.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouqi.channel.BadNotification;
import io.shouqi.channel.BadNotification.Reason;
import io.shouqi.channel.Channel;
import io.shouqi.channel.Notice;
import io.shouqi.channel.Notifications;
import io.shouqi.channel.OrderState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class BelievingTheChannelTest extends SandboxTest {

    @Autowired
    Notifications notifications;

    @Test
    void a_changed_body_is_refused() {
        paid(order(Channel.WECHAT));
        var changed = new String(shop.lastBody(), UTF_8).replace("TRANSACTION.SUCCESS", "TRANSACTION.SUCCESs");
        assertThat(refusal(Map.of(), changed.getBytes(UTF_8))).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void a_notification_may_be_four_minutes_old_but_not_six() {
        paid(order(Channel.WECHAT));
        clock.move(Duration.ofMinutes(4));
        assertThat(notifications.wechat(shop.lastHeaders(), shop.lastBody())).isInstanceOf(Notice.Payment.class);
        clock.move(Duration.ofMinutes(2));
        assertThat(refusal(Map.of(), shop.lastBody())).isEqualTo(Reason.WINDOW);
    }

    @Test
    void a_notification_from_the_future_is_refused() {
        paid(order(Channel.WECHAT));
        clock.move(Duration.ofMinutes(-6));
        assertThat(refusal(Map.of(), shop.lastBody())).isEqualTo(Reason.WINDOW);
    }

    @Test
    void a_replay_within_the_window_has_the_same_id() {
        paid(order(Channel.WECHAT));
        assertThat(notifications.wechat(shop.lastHeaders(), shop.lastBody()).notificationId())
                .isEqualTo(shop.heard().get(0).notificationId());
    }

    @Test
    void a_key_nobody_trusts_is_refused() {
        paid(order(Channel.WECHAT));
        assertThat(refusal(Map.of("wechatpay-serial", "PUB_KEY_ID_OF_SOMEBODY"), shop.lastBody()))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "WECHATPAY/SIGNTEST/abcd+/==", "AAAA"})
    void a_signature_that_is_none_is_refused(String signature) {
        paid(order(Channel.WECHAT));
        assertThat(refusal(Map.of("wechatpay-signature", signature), shop.lastBody()))
                .isEqualTo(Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wechatpay-serial",
                "wechatpay-nonce",
                "wechatpay-timestamp",
                "wechatpay-signature",
            })
    void a_missing_header_is_refused(String header) {
        paid(order(Channel.WECHAT));
        assertThat(refusal(Map.of(header, ""), shop.lastBody())).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "\"x\"", "{\"id\":\"1\"}", "\u0000"})
    void a_body_that_is_no_notification_is_refused(String body) {
        paid(order(Channel.WECHAT));
        assertThat(refusal(Map.of(), body.getBytes(UTF_8))).isIn(Reason.MALFORMED, Reason.SIGNATURE);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        paid(order(Channel.WECHAT));
        assertThat(refusal(Map.of(), new byte[] {(byte) 0xff, (byte) 0xfe})).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-99999999999999999", "99999999999999999999"})
    void a_time_that_is_none_is_refused(String timestamp) {
        paid(order(Channel.WECHAT));
        assertThat(refusal(Map.of("wechatpay-timestamp", timestamp), shop.lastBody()))
                .isIn(Reason.MALFORMED, Reason.WINDOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"event_type\":\"TRANSACTION.SUCCESS\"}",
                "{\"id\":\"1\",\"event_type\":\"TRANSACTION.SUCCESS\",\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\","
                        + "\"ciphertext\":\"AAAA\",\"nonce\":\"123456789012\"}}",
                "{\"id\":\"1\",\"event_type\":\"REFUND.SUCCESS\",\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\","
                        + "\"ciphertext\":\"!\",\"nonce\":\"1\",\"associated_data\":\"\"}}",
                "{\"id\":\"1\",\"event_type\":\"TRANSACTION.SUCCESS\",\"resource\":{\"algorithm\":\"NONE\"}}"
            })
    void nonsense_the_channel_itself_signed_is_refused_and_not_an_error(String body) {
        paid(order(Channel.WECHAT));
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var privateKey = jdbc.sql("select private_key from sandbox_key where serial = ?")
                .param(shop.lastHeaders().get("Wechatpay-Serial"))
                .query(String.class)
                .single();
        var headers = Map.of(
                "wechatpay-timestamp",
                timestamp,
                "wechatpay-nonce",
                "n",
                "wechatpay-signature",
                Rsa.sign(privateKey, timestamp + "\nn\n" + body + "\n"));
        assertThat(refusal(headers, body.getBytes(UTF_8))).isIn(Reason.MALFORMED, Reason.DECRYPTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total_amount", "out_trade_no", "trade_status", "seller_id", "notify_id"})
    void a_changed_field_of_alipays_form_is_refused(String field) {
        paid(order(Channel.ALIPAY));
        assertThat(alipayRefusal(field, "0.01")).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void alipays_form_without_its_marks_is_refused() {
        paid(order(Channel.ALIPAY));
        assertThat(alipayRefusal("sign", "***")).isEqualTo(Reason.SIGNATURE);
        assertThat(alipayRefusal("sign", "")).isEqualTo(Reason.SIGNATURE);
        assertThat(alipayRefusal("sign_type", "RSA")).isEqualTo(Reason.SIGNATURE);
        assertThat(alipayRefusal("charset", "no-such-charset")).isEqualTo(Reason.SIGNATURE);
        assertThat(alipayRefusal("app_id", "2021000000000000")).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(alipayRefusal("app_id", "")).isEqualTo(Reason.MALFORMED);
        assertThat(catchThrowableOfType(BadNotification.class, () -> notifications.alipay(Map.of()))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void while_the_channel_changes_its_key_both_are_believed(Channel channel) {
        var order = order(channel);
        var code = channels.place(order).codeUrl();
        var before = account(channel).keys().channelKeys();

        sandbox.rotateKey(order.account().id());
        var both = account(channel);
        assertThat(both.keys().channelKeys()).hasSize(before.size() + 1);
        phone.pay(code, Set.of());

        assertThat(shop.heard()).hasSize(1);
        assertThat(channels.query(both, order.orderNo())).isInstanceOf(OrderState.Paid.class);
        before.forEach(old -> accounts.distrust(both.id(), old.serial()));
        assertThat(channels.query(account(channel), order.orderNo())).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void keys_are_never_printed() {
        var account = account(Channel.WECHAT);
        assertThat(account.toString())
                .contains(account.merchantId())
                .doesNotContain(account.keys().privateKey().substring(0, 20))
                .doesNotContain(account.keys().apiV3Key());
    }

    /** Why the last notification is refused with these headers in place of its own. */
    private Reason refusal(Map<String, String> headers, byte[] body) {
        var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(shop.lastHeaders());
        changed.putAll(headers);
        return catchThrowableOfType(BadNotification.class, () -> notifications.wechat(changed, body))
                .reason();
    }

    private Reason alipayRefusal(String field, String value) {
        var changed = new HashMap<>(shop.lastForm());
        changed.put(field, value);
        return catchThrowableOfType(BadNotification.class, () -> notifications.alipay(changed))
                .reason();
    }
}
