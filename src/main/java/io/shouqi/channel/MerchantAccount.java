package io.shouqi.channel;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of a company ({@code storeCode} null) or of one of its stores at an online channel.
 *
 * @param merchantId WeChat's mchid, Alipay's seller id (2088…)
 * @param gateway where the channel answers if not at its public address
 */
public record MerchantAccount(
        UUID id,
        String company,
        @Nullable String storeCode,
        Channel channel,
        String merchantId,
        String appId,
        MerchantKeys keys,
        @Nullable URI gateway) {

    public MerchantAccount {
        if (!channel.online()) {
            throw new IllegalArgumentException(channel + " has no merchant accounts");
        }
        if (channel == Channel.WECHAT && (keys.serial() == null || keys.apiV3Key() == null)) {
            throw new IllegalArgumentException("WeChat Pay needs the certificate's serial number and the APIv3 key");
        }
    }

    /** This account with its channel answering elsewhere. */
    public MerchantAccount at(URI otherGateway) {
        return new MerchantAccount(id, company, storeCode, channel, merchantId, appId, keys, otherGateway);
    }
}
