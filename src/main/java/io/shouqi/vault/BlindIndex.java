package io.shouqi.vault;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Finds sealed text by equality. Kinds are apart: the same digits as a phone and as a bank account have different
 * fingerprints.
 */
@Service
public class BlindIndex {

    private final Keys keys;

    BlindIndex(Keys keys) {
        this.keys = keys;
    }

    /** Of the whole text, however it was written. */
    public Fingerprint whole(Kind kind, String plain) {
        return current(whole(kind.name(), kind.normal(plain)));
    }

    /** Of the last four characters. */
    public Fingerprint tail(Kind kind, String plain) {
        var normal = kind.normal(plain);
        return current(tail(kind.name(), normal.substring(Math.max(0, normal.length() - Kind.TAIL))));
    }

    /** What stored numbers carry that are this text, or end in it where it has four characters. */
    public Wanted wanted(Kind kind, String typed) {
        var normal = kind.normal(typed);
        if (normal.isEmpty() || kind.found() == Kind.Found.NEVER) {
            return new Wanted(List.of(), List.of());
        }
        var tails = kind.found() == Kind.Found.BY_WHOLE_OR_TAIL && normal.length() == Kind.TAIL;
        return new Wanted(every(whole(kind.name(), normal)), tails ? every(tail(kind.name(), normal)) : List.of());
    }

    private static byte[] whole(String kind, String normal) {
        return (kind + "=" + normal).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tail(String kind, String normal) {
        return (kind + "…" + normal).getBytes(StandardCharsets.UTF_8);
    }

    private Fingerprint current(byte[] text) {
        var index = keys.ring().index();
        return print(index, index.getPrimaryId(), text);
    }

    /** While keys rotate, rows carry fingerprints of the older key and of the current one. */
    private List<Fingerprint> every(byte[] text) {
        var ring = keys.ring();
        var prints = new ArrayList<Fingerprint>();
        ring.ids(Keyset.INDEX).forEach(id -> prints.add(print(ring.index(), id, text)));
        return prints;
    }

    private static Fingerprint print(PrfSet index, int keyId, byte[] text) {
        try {
            var key = Objects.requireNonNull(index.getPrfs().get(keyId));
            return Fingerprint.of(keyId, key.compute(text, Fingerprint.LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the index key " + Integer.toUnsignedLong(keyId) + " cannot be used", e);
        }
    }
}
