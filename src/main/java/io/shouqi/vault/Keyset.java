package io.shouqi.vault;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.util.Locale;

/** What keys are for. Each purpose has keys of its own, of which one is current. */
enum Keyset {
    /** AES-256-GCM: seals columns. */
    DATA(PredefinedAeadParameters.AES256_GCM),
    /** HMAC-SHA256: makes the values by which sealed columns are found. */
    INDEX(PredefinedPrfParameters.HMAC_SHA256_PRF),
    /** HMAC-SHA256: vouches for records that are chained to each other. */
    CHAIN(PredefinedMacParameters.HMAC_SHA256_256BITTAG);

    private final Parameters parameters;

    Keyset(Parameters parameters) {
        this.parameters = parameters;
    }

    Parameters parameters() {
        return parameters;
    }

    /** As in the key file and in the table of known keys. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
