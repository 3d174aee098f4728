package io.shouqi.contract;

import io.shouqi.vault.Fingerprint;
import io.shouqi.vault.Sealed;
import jakarta.persistence.Embeddable;

/** The secret part of a payer's own address: sealed, to show it to who sends it; its fingerprint, to know it again. */
@Embeddable
record Link(Sealed token, Fingerprint tokenIndex) {}
