package io.shouqi.audit;

import org.jspecify.annotations.Nullable;

/**
 * A row of a source as the chain sees it.
 *
 * @param tx transaction that wrote it
 * @param digest SHA-256 of its canonical text, in hexadecimal
 * @param label what a finding says beside the key
 * @param company whose people may read the label
 */
record Fact(
        String tx,
        String key,
        String digest,
        @Nullable String label,
        @Nullable String company) {}
