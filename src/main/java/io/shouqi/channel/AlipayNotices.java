package io.shouqi.channel;

import static io.shouqi.channel.BadNotification.Reason.MALFORMED;
import static io.shouqi.channel.BadNotification.Reason.SIGNATURE;
import static io.shouqi.channel.BadNotification.Reason.UNKNOWN_KEY;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alipay's notifications: a signed form. Alipay sends the same news for up to a day, so its age proves nothing. */
@Component
class AlipayNotices {

    private final MerchantAccounts accounts;

    AlipayNotices(MerchantAccounts accounts) {
        this.accounts = accounts;
    }

    Notice read(Map<String, String> form) {
        var account = accounts.alipayApp(field(form, "app_id"))
                .orElseThrow(() -> new BadNotification(UNKNOWN_KEY, "no account has this app"));
        if (account.keys().channelKeys().stream().noneMatch(key -> signed(form, key))) {
            throw new BadNotification(SIGNATURE, "of app " + account.appId());
        }
        try {
            return notice(account, form);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadNotification(MALFORMED, e);
        }
    }

    private static Notice notice(MerchantAccount account, Map<String, String> form) {
        var id = field(form, "notify_id");
        var state = form.getOrDefault("trade_status", "");
        if (form.containsKey("out_biz_no") && form.containsKey("gmt_refund")) {
            return new Notice.Refund(
                    id,
                    Channel.ALIPAY,
                    account.id(),
                    field(form, "out_trade_no"),
                    field(form, "out_biz_no"),
                    Money.ofYuan(field(form, "refund_fee")),
                    RefundState.SUCCESS);
        }
        return switch (state) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                new Notice.Payment(
                        id,
                        Channel.ALIPAY,
                        account.id(),
                        new PaidTransaction(
                                field(form, "out_trade_no"),
                                field(form, "trade_no"),
                                Money.ofYuan(field(form, "total_amount")),
                                form.getOrDefault("trans_currency", "CNY"),
                                form.getOrDefault("seller_id", ""),
                                field(form, "app_id"),
                                time(field(form, "gmt_payment"))));
            default -> new Notice.Other(id, Channel.ALIPAY, account.id(), state);
        };
    }

    private static boolean signed(Map<String, String> form, ChannelKey key) {
        if (!"RSA2".equals(form.get("sign_type"))) {
            return false;
        }
        try {
            // the library removes the signature from the map it is given
            return AlipaySignature.rsaCheckV1(
                    new HashMap<>(form), RsaKeys.bare(key.publicKey()), form.getOrDefault("charset", "UTF-8"), "RSA2");
        } catch (AlipayApiException | RuntimeException e) {
            return false;
        }
    }

    private static Instant time(String shanghai) {
        return LocalDateTime.parse(shanghai, AlipayPay.TIME)
                .atZone(BusinessTime.ZONE)
                .toInstant();
    }

    private static String field(Map<String, String> form, String name) {
        @Nullable String value = form.get(name);
        if (value == null || value.isBlank()) {
            throw new BadNotification(MALFORMED, "without " + name);
        }
        return value;
    }
}
