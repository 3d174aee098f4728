package io.shouqi.channel;

import io.shouqi.shared.Refusal;
import io.shouqi.vault.Kind;
import io.shouqi.vault.Sealed;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.SealedRows;
import io.shouqi.vault.Vault;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The merchant accounts of companies and stores, with their keys. */
@Service
public class MerchantAccounts {

    private static final String ACCOUNT = """
            select a.*,
                   array(select serial from merchant_channel_key k where k.account = a.id order by trusted_since, serial)
                       as channel_serials,
                   array(select public_key from merchant_channel_key k where k.account = a.id order by trusted_since, serial)
                       as channel_public_keys
            from merchant_account a
            """;

    private static final SealedColumn PRIVATE_KEY =
            new SealedColumn("merchant_account", "private_key", Kind.MERCHANT_KEY);
    private static final SealedColumn API_V3_KEY =
            new SealedColumn("merchant_account", "api_v3_key", Kind.MERCHANT_KEY);
    static final SealedRows ROWS = new SealedRows("merchant_account", List.of("id"), List.of(PRIVATE_KEY, API_V3_KEY));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Fresh<UUID, MerchantAccount> byId = new Fresh<>(this::read);
    private final Fresh<TrustedKey, List<MerchantAccount>> byKey = new Fresh<>(this::read);

    private record TrustedKey(Channel channel, String serial) {}

    MerchantAccounts(JdbcClient jdbc, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The store's own account, else its company's. */
    @Transactional
    public MerchantAccount accountFor(String company, String storeCode, Channel channel) {
        return jdbc.sql(ACCOUNT + """
                        where company = ? and channel = ? and (store_code = ? or store_code is null)
                        order by store_code nulls last limit 1
                        """)
                .params(company, channel.name(), storeCode)
                .query(this::account)
                .optional()
                .orElseThrow(() -> Refusal.unavailable("channel.noAccount." + channel.name()));
    }

    public MerchantAccount byId(UUID id) {
        return byId.get(id);
    }

    private MerchantAccount read(UUID id) {
        return transaction.execute(status -> jdbc.sql(ACCOUNT + "where id = ?")
                .param(id)
                .query(this::account)
                .optional()
                .orElseThrow(() -> Refusal.unknown("channel.account.unknown")));
    }

    /** The account of exactly that company or store; a store's does not fall back to its company's. */
    @Transactional
    public Optional<MerchantAccount> find(String company, @Nullable String storeCode, Channel channel) {
        return jdbc.sql(ACCOUNT + "where company = ? and channel = ? and store_code is not distinct from ?")
                .param(company)
                .param(channel.name())
                .param(storeCode)
                .query(this::account)
                .optional();
    }

    /** The accounts of a company and of its stores. */
    @Transactional
    public List<MerchantAccount> of(String company) {
        return jdbc.sql(ACCOUNT + "where company = ? order by store_code nulls first, channel")
                .param(company)
                .query(this::account)
                .list();
    }

    /** Adds an account, or changes the one of that id. Keys of the channel are added, none is withdrawn. */
    @Transactional
    public void register(MerchantAccount account) {
        var keys = account.keys();
        jdbc.sql("""
                        insert into merchant_account
                          (id, company, store_code, channel, merchant_id, app_id, private_key, serial, api_v3_key, gateway)
                        values (:id, :company, :store, :channel, :merchant, :app, :privateKey, :serial, :apiV3Key, :gateway)
                        on conflict (id) do update set
                          merchant_id = excluded.merchant_id, app_id = excluded.app_id, private_key = excluded.private_key,
                          serial = excluded.serial, api_v3_key = excluded.api_v3_key, gateway = excluded.gateway
                        """)
                .param("id", account.id())
                .param("company", account.company())
                .param("store", account.storeCode())
                .param("channel", account.channel().name())
                .param("merchant", account.merchantId())
                .param("app", account.appId())
                .param(
                        "privateKey",
                        vault.seal(keys.privateKey(), PRIVATE_KEY.of(account.id()))
                                .bytes())
                .param("serial", keys.serial())
                .param("apiV3Key", sealed(account.id(), keys.apiV3Key()))
                .param("gateway", Objects.toString(account.gateway(), null))
                .update();
        keys.channelKeys().forEach(key -> trust(account.id(), key));
        forget();
    }

    private void forget() {
        byId.forget();
        byKey.forget();
    }

    /** From now on believes this key too, as its current one: the first half of a rotation. */
    @Transactional
    public void trust(UUID account, ChannelKey key) {
        RsaKeys.publicKey(key.publicKey());
        jdbc.sql("""
                        insert into merchant_channel_key (account, serial, public_key, trusted_since)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        account,
                        key.serial(),
                        key.publicKey(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        forget();
    }

    /**
     * Believes this key no more: the second half of a rotation. The last key stays.
     *
     * @throws Refusal 404 where no key has that name, 409 where it is the last one
     */
    @Transactional
    public void distrust(UUID account, String serial) {
        // two withdrawals at once would each find the other's key still there
        jdbc.sql("select id from merchant_account where id = ? for update")
                .param(account)
                .query(UUID.class)
                .optional();
        var trusted = jdbc.sql("select serial from merchant_channel_key where account = ?")
                .param(account)
                .query(String.class)
                .set();
        if (!trusted.contains(serial)) {
            throw Refusal.unknown("channel.key.unknown");
        }
        if (trusted.size() == 1) {
            throw Refusal.conflict("channel.key.last");
        }
        jdbc.sql("delete from merchant_channel_key where account = ? and serial = ?")
                .params(account, serial)
                .update();
        forget();
    }

    /** Those who know a key of that name; several when stores share one merchant. */
    List<MerchantAccount> trusting(Channel channel, String serial) {
        return byKey.get(new TrustedKey(channel, serial));
    }

    private List<MerchantAccount> read(TrustedKey key) {
        return transaction.execute(status -> jdbc.sql(ACCOUNT
                        + "where channel = ? and id in (select account from merchant_channel_key where serial = ?)")
                .params(key.channel().name(), key.serial())
                .query(this::account)
                .list());
    }

    @Transactional
    Optional<MerchantAccount> alipayApp(String appId) {
        return jdbc.sql(ACCOUNT + "where channel = 'ALIPAY' and app_id = ?")
                .param(appId)
                .query(this::account)
                .optional();
    }

    private MerchantAccount account(ResultSet row, int number) throws SQLException {
        var serials = (String[]) row.getArray("channel_serials").getArray();
        var publicKeys = (String[]) row.getArray("channel_public_keys").getArray();
        var channelKeys = new ArrayList<ChannelKey>();
        for (var i = 0; i < serials.length; i++) {
            channelKeys.add(new ChannelKey(serials[i], publicKeys[i]));
        }
        var gateway = row.getString("gateway");
        var id = row.getObject("id", UUID.class);
        return new MerchantAccount(
                id,
                row.getString("company"),
                row.getString("store_code"),
                Channel.valueOf(row.getString("channel")),
                row.getString("merchant_id"),
                row.getString("app_id"),
                new MerchantKeys(
                        vault.open(new Sealed(row.getBytes("private_key")), PRIVATE_KEY.of(id)),
                        row.getString("serial"),
                        opened(id, row.getBytes("api_v3_key")),
                        channelKeys),
                gateway == null ? null : URI.create(gateway));
    }

    private byte @Nullable [] sealed(UUID account, @Nullable String apiV3Key) {
        return apiV3Key == null
                ? null
                : vault.seal(apiV3Key, API_V3_KEY.of(account)).bytes();
    }

    private @Nullable String opened(UUID account, byte @Nullable [] apiV3Key) {
        return apiV3Key == null ? null : vault.open(new Sealed(apiV3Key), API_V3_KEY.of(account));
    }
}
