package io.shouqi.bench;

import com.wechat.pay.java.core.cipher.AeadAesCipher;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WeChat Pay notifications signed and encrypted ahead, so that only taking them is measured. */
final class SignedNews {

    private record Message(String body, String timestamp, String nonce, String signature) {}

    private final List<String> orders;
    private final String merchantId;
    private final String appId;
    private final String serial;
    private final PrivateKey key;
    private final AeadAesCipher cipher;
    private final AtomicInteger nextOrder = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentLinkedQueue<Message> ready = new ConcurrentLinkedQueue<>();

    SignedNews(JdbcClient jdbc, List<String> orders) throws Exception {
        this.orders = orders;
        var row = jdbc.sql(
                        """
                        select m.merchant_id, m.app_id, m.api_v3_key, k.serial, k.private_key
                          from sandbox_merchant m join sandbox_key k on k.merchant = m.id
                         where m.channel = 'WECHAT' and m.company = 'JR'
                        """)
                .query()
                .singleRow();
        merchantId = (String) row.get("merchant_id");
        appId = (String) row.get("app_id");
        serial = (String) row.get("serial");
        key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode((String) row.get("private_key"))));
        cipher = new AeadAesCipher(((String) row.get("api_v3_key")).getBytes(StandardCharsets.UTF_8));
    }

    void sign(int count) {
        IntStream.range(0, count).parallel().forEach(i -> ready.add(message(orders.get(nextOrder.getAndIncrement()))));
    }

    private Message message(String order) {
        try {
            var now = OffsetDateTime.now(ZoneOffset.ofHours(8)).withNano(0);
            var transaction =
                    """
                    {"appid":"%s","mchid":"%s","out_trade_no":"%s","transaction_id":"42%s","trade_type":"NATIVE",\
                    "trade_state":"SUCCESS","success_time":"%s","amount":{"total":1050,"payer_total":1050,"currency":"CNY"}}\
                    """
                            .formatted(appId, merchantId, order, order, now);
            var nonce = UUID.randomUUID().toString().substring(0, 12);
            var sealed = cipher.encrypt(
                    "transaction".getBytes(StandardCharsets.UTF_8),
                    nonce.getBytes(StandardCharsets.UTF_8),
                    transaction.getBytes(StandardCharsets.UTF_8));
            var body =
                    """
                    {"id":"%s","create_time":"%s","resource_type":"encrypt-resource","event_type":"TRANSACTION.SUCCESS",\
                    "summary":"支付成功","resource":{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM",\
                    "ciphertext":"%s","associated_data":"transaction","nonce":"%s"}}\
                    """
                            .formatted(UUID.randomUUID(), now, sealed, nonce);
            var timestamp = String.valueOf(Instant.now().getEpochSecond());
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update((timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
            return new Message(body, timestamp, nonce, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest next(URI target) {
        var message = ready.remove();
        taken.incrementAndGet();
        return HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .header("Wechatpay-Timestamp", message.timestamp())
                .header("Wechatpay-Nonce", message.nonce())
                .header("Wechatpay-Serial", serial)
                .header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                .header("Wechatpay-Signature", message.signature())
                .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                .build();
    }

    int taken() {
        return taken.get();
    }
}
