package io.shouqi.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * By what a sealed text is found: 16 bytes that are the same for the same text of the same kind, and tell nothing else
 * to who has no key. The first four name the key.
 */
public final class Fingerprint {

    static final int LENGTH = 16;

    private final byte[] bytes;

    public Fingerprint(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a fingerprint has 16 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    static Fingerprint of(int keyId, byte[] prf) {
        return new Fingerprint(ByteBuffer.allocate(LENGTH)
                .put(prefix(keyId))
                .put(prf, 0, LENGTH - Integer.BYTES)
                .array());
    }

    static byte[] prefix(int keyId) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(keyId).array();
    }

    /** For {@code column = any(?)}. */
    public static byte[][] array(List<Fingerprint> prints) {
        return prints.stream().map(Fingerprint::bytes).toArray(byte[][]::new);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint print && Arrays.equals(bytes, print.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
