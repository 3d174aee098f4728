package io.shouqi.portal.merchant;

import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelKey;
import io.shouqi.channel.KeyPrint;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantKeys;
import io.shouqi.shared.Checks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about a merchant account, unchecked.
 *
 * @param store code of a store; empty for the whole company
 * @param privateKey pasted or read from the chosen file; empty keeps the present one
 * @param apiV3Key empty keeps the present one
 * @param keyName of the channel's key; empty at Alipay, which gives none
 */
record MerchantForm(
        @Nullable String store,
        @Nullable String merchantId,
        @Nullable String appId,
        @Nullable String privateKey,
        @Nullable String serial,
        @Nullable String apiV3Key,
        @Nullable String keyName,
        @Nullable String publicKey) {

    private static final Pattern MERCHANT = Pattern.compile("\\d{6,32}");
    private static final Pattern APP = Pattern.compile("[A-Za-z0-9]{4,40}");
    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9]{8,64}");
    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z0-9_-]{4,80}");
    private static final int API_V3_KEY_BYTES = 32;
    private static final int LONGEST_KEY = 16_000;

    /** What was entered, the present account lending what may be left empty. */
    MerchantAccount account(
            UUID id,
            String company,
            @Nullable String storeCode,
            Channel channel,
            @Nullable MerchantAccount present,
            Checks checks) {
        var merchant = matching("merchantId", merchantId, MERCHANT, "admin.merchant.id.form", checks);
        var app = matching("appId", appId, APP, "admin.merchant.app.form", checks);
        var own = ownKey(present, checks);
        var wechat = channel == Channel.WECHAT;
        var certificate = wechat ? matching("serial", serial, SERIAL, "admin.merchant.serial.form", checks) : null;
        var shared = wechat ? sharedKey(present, checks) : null;
        var trusted = present == null
                ? List.of(channelKey(channel, checks))
                : present.keys().channelKeys();
        checks.refuse();
        return new MerchantAccount(
                id,
                company,
                storeCode,
                channel,
                Objects.requireNonNull(merchant),
                Objects.requireNonNull(app),
                new MerchantKeys(Objects.requireNonNull(own), certificate, shared, trusted),
                present == null ? null : present.gateway());
    }

    boolean changesPrivateKey() {
        return privateKey != null && !privateKey.isBlank();
    }

    boolean changesApiV3Key() {
        return apiV3Key != null && !apiV3Key.isBlank();
    }

    private @Nullable String ownKey(@Nullable MerchantAccount present, Checks checks) {
        if (!changesPrivateKey() && present != null) {
            return present.keys().privateKey();
        }
        var text = key("privateKey", privateKey, checks);
        if (text != null && KeyPrint.ofPrivateKey(text).isEmpty()) {
            checks.add("privateKey", "admin.merchant.privateKey.form");
        }
        return text;
    }

    private @Nullable String sharedKey(@Nullable MerchantAccount present, Checks checks) {
        if (!changesApiV3Key() && present != null) {
            return present.keys().apiV3Key();
        }
        var text = checks.required("apiV3Key", apiV3Key, 64);
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length != API_V3_KEY_BYTES) {
            checks.add("apiV3Key", "admin.merchant.apiV3Key.form");
        }
        return text;
    }

    /** The key of the channel that was entered; any text where it was wrong, as the checks then say. */
    ChannelKey channelKey(Channel channel, Checks checks) {
        var text = key("publicKey", publicKey, checks);
        var print = text == null ? null : KeyPrint.ofPublicKey(text).orElse(null);
        if (text != null && print == null) {
            checks.add("publicKey", "admin.merchant.publicKey.form");
        }
        var isNamed = keyName != null && !keyName.isBlank();
        var name = channel == Channel.ALIPAY && !isNamed
                ? "ALIPAY-" + print
                : matching("keyName", keyName, KEY_NAME, "admin.merchant.keyName.form", checks);
        return new ChannelKey(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(text, ""));
    }

    /** PEM has lines, so line breaks are no fault here. */
    private static @Nullable String key(String field, @Nullable String text, Checks checks) {
        if (text == null || text.isBlank()) {
            checks.add(field, "field.required");
            return null;
        }
        if (text.length() > LONGEST_KEY) {
            checks.add(field, "field.tooLong", LONGEST_KEY);
            return null;
        }
        return text.strip();
    }

    private static @Nullable String matching(
            String field, @Nullable String text, Pattern shape, String refusal, Checks checks) {
        var given = checks.required(field, text, 100);
        if (given != null && !shape.matcher(given).matches()) {
            checks.add(field, refusal);
            return null;
        }
        return given;
    }
}
