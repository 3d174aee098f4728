package io.shouqi.sandbox;

import io.shouqi.channel.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The merchants the simulated channels know. */
@Repository
@SandboxOnly
class MerchantBook {

    private static final String MERCHANT = """
            select m.*, k.serial as key_serial, k.private_key
            from sandbox_merchant m
            cross join lateral (
              select serial, private_key from sandbox_key where merchant = m.id order by since desc limit 1) k
            """;

    private final JdbcClient jdbc;

    MerchantBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SandboxMerchant byId(UUID id) {
        return jdbc.sql(MERCHANT + "where m.id = ?")
                .param(id)
                .query(MerchantBook::merchant)
                .single();
    }

    Optional<SandboxMerchant> wechat(String merchantId) {
        return jdbc.sql(MERCHANT + "where m.channel = 'WECHAT' and m.merchant_id = ?")
                .param(merchantId)
                .query(MerchantBook::merchant)
                .optional();
    }

    Optional<SandboxMerchant> alipay(String appId) {
        return jdbc.sql(MERCHANT + "where m.channel = 'ALIPAY' and m.app_id = ?")
                .param(appId)
                .query(MerchantBook::merchant)
                .optional();
    }

    private static SandboxMerchant merchant(ResultSet row, int number) throws SQLException {
        return new SandboxMerchant(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("name"),
                row.getString("merchant_id"),
                row.getString("app_id"),
                row.getString("merchant_serial"),
                row.getString("merchant_public_key"),
                row.getString("api_v3_key"),
                new SandboxMerchant.SigningKey(row.getString("key_serial"), row.getString("private_key")));
    }
}
