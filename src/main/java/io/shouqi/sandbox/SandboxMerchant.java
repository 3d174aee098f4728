package io.shouqi.sandbox;

import io.shouqi.channel.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merchant as its channel knows it.
 *
 * @param id that of the merchant account
 * @param key what the channel signs with now
 */
record SandboxMerchant(
        UUID id,
        Channel channel,
        String name,
        String merchantId,
        String appId,
        @Nullable String serial,
        String publicKey,
        @Nullable String apiV3Key,
        SigningKey key) {

    record SigningKey(String serial, String privateKey) {

        @Override
        public String toString() {
            return serial;
        }
    }

    @Override
    public String toString() {
        return channel + " " + merchantId;
    }
}
