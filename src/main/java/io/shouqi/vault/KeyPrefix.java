package io.shouqi.vault;

import java.nio.ByteBuffer;

/** What Tink writes before sealed bytes and tags: a one, then the id of the key in four bytes. */
final class KeyPrefix {

    static final int LENGTH = 5;

    private static final byte TINK = 1;

    private KeyPrefix() {}

    /** Whether the bytes name any key at all; else they are damaged. */
    static boolean in(byte[] sealed) {
        return sealed.length > LENGTH && sealed[0] == TINK;
    }

    static int keyId(byte[] sealed) {
        return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }

    static byte[] of(int keyId) {
        return ByteBuffer.allocate(LENGTH).put(TINK).putInt(keyId).array();
    }
}
