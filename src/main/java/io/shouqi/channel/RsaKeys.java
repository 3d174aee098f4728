package io.shouqi.channel;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads keys as operators paste them: base64 with or without the lines of PEM. */
final class RsaKeys {

    private static final Pattern PEM = Pattern.compile("-----[A-Z ]+-----|\\s");

    private RsaKeys() {}

    static PrivateKey privateKey(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA private key in PKCS#8", e);
        }
    }

    static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA public key in X.509", e);
        }
    }

    /** Alipay's library wants the bare base64. */
    static String bare(String text) {
        return PEM.matcher(text).replaceAll("");
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(bare(text));
    }
}
