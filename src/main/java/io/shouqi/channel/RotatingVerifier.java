package io.shouqi.channel;

import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.cipher.Verifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Believes every key of a merchant by its serial number, so that the channel may change keys at any moment. */
final class RotatingVerifier implements Verifier {

    private final Map<String, Verifier> bySerial = new LinkedHashMap<>();
    private final String current;

    RotatingVerifier(MerchantKeys keys) {
        for (var key : keys.channelKeys()) {
            bySerial.put(key.serial(), new RSAVerifier(RsaKeys.publicKey(key.publicKey()), key.serial()));
        }
        current = keys.current().serial();
    }

    @Override
    public boolean verify(String serial, String message, @Nullable String signature) {
        var verifier = bySerial.get(serial);
        if (verifier == null || signature == null) {
            return false;
        }
        try {
            return verifier.verify(serial, message, signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Override
    public String getSerialNumber() {
        return current;
    }
}
