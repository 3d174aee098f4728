package io.shouqi.vault;

import jakarta.persistence.Embeddable;

/** A number that is stored sealed and found by the whole of it or by its last four characters. */
@Embeddable
public record SealedNumber(Sealed sealed, Fingerprint index, Fingerprint tail) {}
