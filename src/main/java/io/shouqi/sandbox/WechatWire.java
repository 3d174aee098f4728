package io.shouqi.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wechat.pay.java.core.cipher.AeadAesCipher;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat's notifications: the resource encrypted with the merchant's APIv3 key, the whole signed in the headers. */
@Component
@SandboxOnly
class WechatWire implements Wire {

    private static final MediaType MEDIA = MediaType.get("application/json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6));

    private final Clock clock;

    WechatWire(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String paid(SandboxMerchant merchant, SandboxOrder order, String notificationId) {
        return event(
                notificationId, "TRANSACTION.SUCCESS", "支付成功", "transaction", WechatJson.transaction(merchant, order));
    }

    @Override
    public String refunded(SandboxMerchant merchant, SandboxOrder order, SandboxRefund refund, String notificationId) {
        return event(
                notificationId, "REFUND.SUCCESS", "退款成功", "refund", WechatJson.refundNews(merchant, order, refund));
    }

    @Override
    public Request post(SandboxMerchant merchant, Delivery delivery) {
        var body = encrypted(merchant, JSON.readTree(delivery.content()));
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var nonce = Tokens.word(32);
        var message = timestamp + "\n" + nonce + "\n" + body + "\n";
        var signed = delivery.misbehaviour() == Misbehaviour.BAD_SIGNATURE ? "somebody else's " + message : message;
        return new Request.Builder()
                .url(delivery.url())
                .header("Wechatpay-Timestamp", timestamp)
                .header("Wechatpay-Nonce", nonce)
                .header("Wechatpay-Serial", merchant.key().serial())
                .header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                .header("Wechatpay-Signature", Rsa.sign(merchant.key().privateKey(), signed))
                .post(RequestBody.create(body.getBytes(UTF_8), MEDIA))
                .build();
    }

    @Override
    public boolean understood(int status, String body) {
        return status == 200 || status == 204;
    }

    @Override
    public List<Duration> retries() {
        return RETRIES;
    }

    private String event(String id, String type, String summary, String original, Map<String, Object> resource) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", id);
        event.put("create_time", Times.withOffset(clock.instant()));
        event.put("resource_type", "encrypt-resource");
        event.put("event_type", type);
        event.put("summary", summary);
        event.put("original_type", original);
        event.put("resource", resource);
        return JSON.writeValueAsString(event);
    }

    private static String encrypted(SandboxMerchant merchant, JsonNode event) {
        var original = event.path("original_type").asString();
        var nonce = Tokens.word(12);
        var cipher =
                new AeadAesCipher(Objects.requireNonNull(merchant.apiV3Key()).getBytes(UTF_8));
        var resource = Map.of(
                "original_type", original,
                "algorithm", "AEAD_AES_256_GCM",
                "associated_data", original,
                "nonce", nonce,
                "ciphertext",
                        cipher.encrypt(
                                original.getBytes(UTF_8),
                                nonce.getBytes(UTF_8),
                                event.path("resource").toString().getBytes(UTF_8)));
        var body = new LinkedHashMap<String, Object>();
        for (var name : List.of("id", "create_time", "resource_type", "event_type", "summary")) {
            body.put(name, event.path(name).asString());
        }
        body.put("resource", resource);
        return JSON.writeValueAsString(body);
    }
}
