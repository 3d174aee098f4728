package io.shouqi.contract;

import io.shouqi.pricing.PartyRole;
import java.time.Instant;

/**
 * A payer's signature under the own part of a fee list.
 *
 * @param statement the sentence that stood above it
 * @param witness the member of staff who handed over the device
 */
public record Signature(
        PartyRole payer, SignaturePicture picture, String statement, Instant signedAt, String witness) {}
