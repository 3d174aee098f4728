package io.shouqi.channel;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipayLogger;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;

/** One client a merchant account, built when first needed and again when the account or its keys change. */
@Component
class ChannelClients {

    static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration READ = Duration.ofSeconds(10);

    private final OkHttpClient connections = new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .writeTimeout(READ)
            .callTimeout(Duration.ofSeconds(20))
            .followRedirects(false)
            .build();
    private final Map<UUID, WechatClient> wechat = new ConcurrentHashMap<>();
    private final Map<UUID, RotatingAlipayClient> alipay = new ConcurrentHashMap<>();

    ChannelClients() {
        // it writes whole requests and answers, with names and amounts, to the log
        AlipayLogger.setNeedEnableLogger(false);
    }

    WechatClient wechat(MerchantAccount account) {
        var known = wechat.get(account.id());
        if (known != null && known.account().equals(account)) {
            return known;
        }
        var built = WechatClient.of(account, connections);
        wechat.put(account.id(), built);
        return built;
    }

    RotatingAlipayClient alipay(MerchantAccount account) {
        var known = alipay.get(account.id());
        if (known != null && known.account().equals(account)) {
            return known;
        }
        try {
            var built = new RotatingAlipayClient(account);
            alipay.put(account.id(), built);
            return built;
        } catch (AlipayApiException e) {
            throw new IllegalStateException("the keys of merchant account " + account.id() + " are not usable", e);
        }
    }

    /** For statement files, which are fetched outside of the libraries. */
    OkHttpClient connections() {
        return connections;
    }
}
