package io.shouqi.sandbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelKey;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.MerchantKeys;
import io.shouqi.database.Caller;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens merchant accounts at the simulated channels. */
@Service
@SandboxOnly
public class SandboxMerchants {

    private final MerchantAccounts accounts;
    private final JdbcClient jdbc;
    private final String publicUrl;
    private final TransactionTemplate transaction;

    SandboxMerchants(
            MerchantAccounts accounts,
            JdbcClient jdbc,
            @Value("${shouqi.public-url}") String publicUrl,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.publicUrl = publicUrl;
    }

    /**
     * Gives a company an account of its own at WeChat Pay and at Alipay, where it has none. Safe to repeat.
     *
     * @param name what payers read
     */
    @Transactional
    public void openFor(String company, String name) {
        for (var channel : List.of(Channel.WECHAT, Channel.ALIPAY)) {
            if (accounts.find(company, null, channel).isEmpty()) {
                open(company, channel, name);
            }
        }
    }

    /** The product may have moved to another address since the accounts were opened. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        Caller.SYSTEM.run(() -> transaction.executeWithoutResult(status -> follow()));
    }

    void follow() {
        for (var id :
                jdbc.sql("select id from sandbox_merchant").query(UUID.class).list()) {
            var account = accounts.byId(id);
            var gateway = gateway(account.channel());
            if (!gateway.equals(account.gateway())) {
                accounts.register(account.at(gateway));
            }
        }
    }

    /** The channel signs with a new key from now on; the merchant has heard of it and believes the old one too. */
    @Transactional
    void rotateKey(UUID merchant) {
        var pair = Rsa.generate();
        var key = new ChannelKey(keySerial(), pair.publicKey());
        accounts.trust(merchant, key);
        keep(merchant, key, pair);
    }

    private void open(String company, Channel channel, String name) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var merchant = Rsa.generate();
        var platform = Rsa.generate();
        var key = new ChannelKey(keySerial(), platform.publicKey());
        var account = channel == Channel.WECHAT
                ? new MerchantAccount(
                        id,
                        company,
                        null,
                        channel,
                        "19" + Tokens.digits(8),
                        "wx" + Tokens.hex(16).toLowerCase(Locale.ROOT),
                        MerchantKeys.wechat(merchant.privateKey(), Tokens.hex(40), Tokens.word(32), List.of(key)),
                        gateway(channel))
                : new MerchantAccount(
                        id,
                        company,
                        null,
                        channel,
                        "2088" + Tokens.digits(12),
                        "2021" + Tokens.digits(12),
                        MerchantKeys.alipay(merchant.privateKey(), List.of(key)),
                        gateway(channel));
        accounts.register(account);
        jdbc.sql("""
                        insert into sandbox_merchant(id, company, channel, name, merchant_id, app_id,
                          merchant_serial, merchant_public_key, api_v3_key)
                        values (:id, :company, :channel, :name, :merchantId, :appId, :serial, :publicKey, :apiV3Key)
                        """)
                .param("id", id)
                .param("company", company)
                .param("channel", channel.name())
                .param("name", name)
                .param("merchantId", account.merchantId())
                .param("appId", account.appId())
                .param("serial", account.keys().serial())
                .param("publicKey", merchant.publicKey())
                .param("apiV3Key", account.keys().apiV3Key())
                .update();
        keep(id, key, platform);
    }

    private void keep(UUID merchant, ChannelKey key, Rsa.Pair pair) {
        jdbc.sql("insert into sandbox_key(merchant, serial, private_key, public_key) values (?, ?, ?, ?)")
                .params(merchant, key.serial(), pair.privateKey(), pair.publicKey())
                .update();
    }

    private URI gateway(Channel channel) {
        return URI.create(publicUrl + (channel == Channel.WECHAT ? "/sandbox/wechat" : "/sandbox/alipay/gateway.do"));
    }

    private static String keySerial() {
        return "PUB_KEY_ID_01" + Tokens.digits(26);
    }
}
