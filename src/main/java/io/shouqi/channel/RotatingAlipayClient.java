package io.shouqi.channel;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.DefaultSignChecker;
import com.alipay.api.SignChecker;
import java.util.List;

/** Alipay's library for one merchant account. Alipay names no key, so any of the trusted ones may have signed. */
final class RotatingAlipayClient extends DefaultAlipayClient {

    private static final String PUBLIC_GATEWAY = "https://openapi.alipay.com/gateway.do";

    private final MerchantAccount account;
    private final transient SignChecker checker;

    RotatingAlipayClient(MerchantAccount account) throws AlipayApiException {
        super(config(account));
        this.account = account;
        this.checker = new AnyOf(account.keys().channelKeys().stream()
                .map(key -> new DefaultSignChecker(RsaKeys.bare(key.publicKey())))
                .toList());
    }

    MerchantAccount account() {
        return account;
    }

    @Override
    public SignChecker getSignChecker() {
        return checker;
    }

    private static AlipayConfig config(MerchantAccount account) {
        var config = new AlipayConfig();
        config.setServerUrl(
                account.gateway() == null ? PUBLIC_GATEWAY : account.gateway().toString());
        config.setAppId(account.appId());
        config.setPrivateKey(RsaKeys.bare(account.keys().privateKey()));
        config.setAlipayPublicKey(RsaKeys.bare(account.keys().current().publicKey()));
        config.setSignType("RSA2");
        config.setCharset("UTF-8");
        config.setFormat("json");
        config.setConnectTimeout((int) ChannelClients.CONNECT.toMillis());
        config.setReadTimeout((int) ChannelClients.READ.toMillis());
        return config;
    }

    private record AnyOf(List<DefaultSignChecker> checkers) implements SignChecker {

        @Override
        public boolean check(String content, String signature, String type, String charset) {
            return checkers.stream().anyMatch(c -> c.check(content, signature, type, charset));
        }

        @Override
        public boolean checkCert(String content, String signature, String type, String charset, String publicKey) {
            return false;
        }
    }
}
