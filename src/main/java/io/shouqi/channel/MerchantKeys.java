package io.shouqi.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant signs and decrypts with, and the keys of the channel it trusts. Never printed.
 *
 * @param privateKey PKCS#8, base64 or PEM
 * @param serial WeChat's serial number of the merchant certificate; null at Alipay
 * @param apiV3Key WeChat's symmetric key of 32 bytes; null at Alipay
 * @param channelKeys oldest first; the last is the current one
 */
public record MerchantKeys(
        String privateKey,
        @Nullable String serial,
        @Nullable String apiV3Key,
        List<ChannelKey> channelKeys) {

    private static final int API_V3_KEY_BYTES = 32;

    public MerchantKeys {
        channelKeys = List.copyOf(channelKeys);
        if (channelKeys.isEmpty()) {
            throw new IllegalArgumentException("without a key of the channel nothing it says can be believed");
        }
        if (apiV3Key != null && apiV3Key.getBytes(StandardCharsets.UTF_8).length != API_V3_KEY_BYTES) {
            throw new IllegalArgumentException("an APIv3 key has 32 bytes");
        }
    }

    public static MerchantKeys wechat(String privateKey, String serial, String apiV3Key, List<ChannelKey> channelKeys) {
        return new MerchantKeys(privateKey, serial, apiV3Key, channelKeys);
    }

    public static MerchantKeys alipay(String privateKey, List<ChannelKey> channelKeys) {
        return new MerchantKeys(privateKey, null, null, channelKeys);
    }

    ChannelKey current() {
        return channelKeys.get(channelKeys.size() - 1);
    }

    @Override
    public String toString() {
        return "keys of " + channelKeys;
    }
}
