package io.shouqi.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSAPrivacyDecryptor;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.service.billdownload.BillDownloadService;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;

/** The official library set up for one merchant account. */
record WechatClient(
        MerchantAccount account,
        HttpClient http,
        NativePayService orders,
        RefundService refunds,
        BillDownloadService bills,
        NotificationParser notifications) {

    static WechatClient of(MerchantAccount account, OkHttpClient connections) {
        var keys = account.keys();
        var privateKey = RsaKeys.privateKey(keys.privateKey());
        var serial = Objects.requireNonNull(keys.serial());
        var verifier = new RotatingVerifier(keys);
        var http = new DefaultHttpClientBuilder()
                .okHttpClient(connections
                        .newBuilder()
                        .addInterceptor(new WechatRoute(account.gateway()))
                        .build())
                .credential(new WechatPay2Credential(account.merchantId(), new RSASigner(serial, privateKey)))
                .validator(new WechatPay2Validator(verifier))
                .build();
        return new WechatClient(
                account,
                http,
                new NativePayService.Builder().httpClient(http).build(),
                new RefundService.Builder().httpClient(http).build(),
                new BillDownloadService.Builder()
                        .httpClient(http)
                        .decryptor(new RSAPrivacyDecryptor(privateKey))
                        .build(),
                new NotificationParser(
                        Map.of("WECHATPAY2-SHA256-RSA2048", verifier),
                        Map.of(
                                "AEAD_AES_256_GCM",
                                new AeadAesCipher(
                                        Objects.requireNonNull(keys.apiV3Key()).getBytes(UTF_8)))));
    }
}
