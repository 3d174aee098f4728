package io.shouqi.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** How people recognise a key that is never shown: the first eight hex digits of a SHA-256. */
public final class KeyPrint {

    private static final int FEWEST_BITS = 2048;
    private static final int SHOWN = 8;

    private KeyPrint() {}

    /** Of the public part; empty for what is no RSA key in PKCS#8 of at least 2048 bits, base64 or PEM. */
    public static Optional<String> ofPrivateKey(String text) {
        try {
            return RsaKeys.privateKey(text) instanceof RSAPrivateCrtKey key
                            && key.getModulus().bitLength() >= FEWEST_BITS
                    ? Optional.of(print(publicPart(key).getEncoded()))
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static RSAPublicKey publicPart(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var parts = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(parts);
    }

    /** Empty for what is no RSA key in X.509 of at least 2048 bits, base64 or PEM. */
    public static Optional<String> ofPublicKey(String text) {
        try {
            return RsaKeys.publicKey(text) instanceof RSAPublicKey key
                            && key.getModulus().bitLength() >= FEWEST_BITS
                    ? Optional.of(print(key.getEncoded()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a long random secret, such as an APIv3 key. */
    public static String ofSecret(String secret) {
        return print(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String print(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
