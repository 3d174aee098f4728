package io.shouqi.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a payer's yes came in.
 *
 * @param recordedBy the member of staff who recorded it; null where the payer pressed the button on an own link
 * @param evidence what staff have in hand, such as a signed paper
 */
record Agreement(
        Instant at,
        @Nullable UUID recordedBy,
        @Nullable String recordedByName,
        @Nullable String evidence) {}
