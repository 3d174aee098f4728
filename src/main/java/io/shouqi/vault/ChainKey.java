package io.shouqi.vault;

import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Vouches for records with a key that is not in the database: whoever can write rows cannot vouch for them. */
@Component
public class ChainKey {

    private final Keys keys;

    ChainKey(Keys keys) {
        this.keys = keys;
    }

    /** @return 37 bytes: which key it was, and HMAC-SHA256 of the content */
    public byte[] mac(byte[] content) {
        try {
            return keys.ring().chain().computeMac(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the chain key cannot be used", e);
        }
    }

    /** Any key that was ever current still vouches. */
    public boolean verify(byte[] tag, byte[] content) {
        try {
            keys.knowing(Keyset.CHAIN, tag).chain().verifyMac(tag, content);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
