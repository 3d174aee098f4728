package io.shouqi.vault;

/** A sealed text does not open; says where it lies and under which key, never what it holds. */
public class CannotOpen extends RuntimeException {

    CannotOpen(Place place, byte[] sealed, Throwable cause) {
        super(
                KeyPrefix.in(sealed)
                        ? place + " does not open with data key "
                                + Integer.toUnsignedLong(KeyPrefix.keyId(sealed))
                                + ": it was changed, comes from another place, or the key is not here"
                        : place + " holds nothing that was sealed",
                cause);
    }
}
