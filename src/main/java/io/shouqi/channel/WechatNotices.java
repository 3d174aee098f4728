package io.shouqi.channel;

import static io.shouqi.channel.BadNotification.Reason.DECRYPTION;
import static io.shouqi.channel.BadNotification.Reason.MALFORMED;
import static io.shouqi.channel.BadNotification.Reason.SIGNATURE;
import static io.shouqi.channel.BadNotification.Reason.UNKNOWN_KEY;
import static io.shouqi.channel.BadNotification.Reason.WINDOW;

import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import io.shouqi.shared.Money;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat's notifications: signed in the headers, encrypted in the body. They do not say in clear whom they are for; the
 * key that signed them does, because the platform keeps a key for each merchant.
 */
@Component
class WechatNotices {

    /** The library does not look at the time, so a recorded notification would be good for ever. */
    private static final Duration WINDOW_EITHER_SIDE = Duration.ofMinutes(5);

    private static final JsonMapper JSON = new JsonMapper();

    private final MerchantAccounts accounts;
    private final ChannelClients clients;
    private final Clock clock;

    WechatNotices(MerchantAccounts accounts, ChannelClients clients, Clock clock) {
        this.accounts = accounts;
        this.clients = clients;
        this.clock = clock;
    }

    Notice read(Map<String, String> headers, byte[] body) {
        var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        var text = text(body);
        var request = new RequestParam.Builder()
                .serialNumber(header(byName, "Wechatpay-Serial"))
                .nonce(header(byName, "Wechatpay-Nonce"))
                .timestamp(fresh(header(byName, "Wechatpay-Timestamp")))
                .signature(header(byName, "Wechatpay-Signature"))
                .signType(byName.getOrDefault("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"))
                .body(text)
                .build();
        var envelope = Envelope.of(text);
        Notice another = null;
        BadNotification failure = null;
        for (var account : accounts.trusting(Channel.WECHAT, request.getSerialNumber())) {
            try {
                var notice = notice(account, envelope, request);
                if (isFor(account, notice)) {
                    return notice;
                }
                another = notice;
            } catch (BadNotification e) {
                failure = e;
            }
        }
        if (another != null) {
            return another; // well signed, but for no app of ours: whoever compares the app will see it
        }
        throw failure != null ? failure : new BadNotification(UNKNOWN_KEY, "no account trusts this serial number");
    }

    /** Stores of one merchant share the key and differ in their app. */
    private static boolean isFor(MerchantAccount account, Notice notice) {
        return !(notice instanceof Notice.Payment payment)
                || payment.transaction().appId().equals(account.appId());
    }

    private Notice notice(MerchantAccount account, Envelope envelope, RequestParam request) {
        if (envelope.kind().startsWith("TRANSACTION.")) {
            var transaction = parsed(account, request, Transaction.class);
            return transaction.getTradeState() == Transaction.TradeStateEnum.SUCCESS
                    ? new Notice.Payment(envelope.id(), Channel.WECHAT, account.id(), payment(transaction))
                    : new Notice.Other(envelope.id(), Channel.WECHAT, account.id(), envelope.kind());
        }
        if (envelope.kind().startsWith("REFUND.")) {
            var refund = parsed(account, request, RefundNotification.class);
            if (refund.getAmount() == null || refund.getOutRefundNo() == null || refund.getRefundStatus() == null) {
                throw new BadNotification(MALFORMED, "a refund without number, amount or state");
            }
            return new Notice.Refund(
                    envelope.id(),
                    Channel.WECHAT,
                    account.id(),
                    refund.getOutTradeNo(),
                    refund.getOutRefundNo(),
                    Money.ofFen(refund.getAmount().getRefund()),
                    WechatPay.state(refund.getRefundStatus()));
        }
        parsed(account, request, Map.class);
        return new Notice.Other(envelope.id(), Channel.WECHAT, account.id(), envelope.kind());
    }

    private static PaidTransaction payment(Transaction transaction) {
        try {
            return WechatPay.paid(transaction);
        } catch (NullPointerException | DateTimeException e) {
            throw new BadNotification(MALFORMED, e);
        }
    }

    private <T> T parsed(MerchantAccount account, RequestParam request, Class<T> type) {
        try {
            return clients.wechat(account).notifications().parse(request, type);
        } catch (ValidationException e) {
            throw new BadNotification(SIGNATURE, e);
        } catch (DecryptionException e) {
            throw new BadNotification(DECRYPTION, e);
        } catch (RuntimeException e) {
            // hostile input makes the library throw whatever it happens to meet
            throw new BadNotification(MALFORMED, e);
        }
    }

    private String fresh(String timestamp) {
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(signedAt, clock.instant()).abs().compareTo(WINDOW_EITHER_SIDE) > 0) {
                throw new BadNotification(WINDOW, "signed at " + signedAt);
            }
            return timestamp;
        } catch (NumberFormatException | DateTimeException e) {
            throw new BadNotification(MALFORMED, e);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadNotification(MALFORMED, e);
        }
    }

    private static String header(Map<String, String> headers, String name) {
        @Nullable String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new BadNotification(MALFORMED, "without " + name);
        }
        return value;
    }

    /** The part of a notification that is not encrypted; it counts only once the signature over it was checked. */
    private record Envelope(String id, String kind) {

        static Envelope of(String body) {
            JsonNode json;
            try {
                json = JSON.readTree(body);
            } catch (JacksonException e) {
                throw new BadNotification(MALFORMED, e);
            }
            var id = json.path("id").asString("");
            if (id.isBlank()) {
                throw new BadNotification(MALFORMED, "without id");
            }
            return new Envelope(id, json.path("event_type").asString(""));
        }
    }
}
