package io.shouqi.portal.merchant;

import io.shouqi.channel.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merchant account as a page may show it: of its secrets nothing but a print.
 *
 * @param owner name of the store; null for the whole company
 * @param secrets null for those who only read
 */
record MerchantView(
        UUID id,
        Channel channel,
        @Nullable String storeCode,
        @Nullable String owner,
        String merchantId,
        String appId,
        @Nullable Secrets secrets) {

    /** @param apiV3Key null at Alipay */
    record Secrets(
            @Nullable String serial,
            Print privateKey,
            @Nullable Print apiV3Key,
            List<Trusted> channelKeys) {}

    /** @param since null where nobody entered it on a page */
    record Print(String fingerprint, @Nullable LocalDate since) {}

    /** A key of the channel, which is public. */
    record Trusted(String name, String fingerprint) {}
}
