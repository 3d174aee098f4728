package io.shouqi.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Service;

/** Seals text before it is stored and opens it again, each for one place in the database. */
@Service
public class Vault {

    private final Keys keys;
    private final BlindIndex index;

    Vault(Keys keys, BlindIndex index) {
        this.keys = keys;
        this.index = index;
    }

    public Sealed seal(String plain, Place place) {
        try {
            return new Sealed(
                    keys.ring().data().encrypt(plain.getBytes(StandardCharsets.UTF_8), place.associatedData()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be sealed for " + place, e);
        }
    }

    /** @throws CannotOpen where it was sealed for another place, was changed, or its key is gone */
    public String open(Sealed sealed, Place place) {
        var bytes = sealed.bytes();
        try {
            var plain = keys.knowing(Keyset.DATA, bytes).data().decrypt(bytes, place.associatedData());
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(place, bytes, e);
        }
    }

    /** Sealed, and found by the whole of it or its last four characters. */
    public SealedNumber sealNumber(String plain, Place place) {
        var kind = place.column().kind();
        return new SealedNumber(seal(plain, place), index.whole(kind, plain), index.tail(kind, plain));
    }
}
