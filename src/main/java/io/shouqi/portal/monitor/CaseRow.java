package io.shouqi.portal.monitor;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that runs or ran.
 *
 * @param at ids of the elements it waits at
 * @param ended null while it runs
 */
record CaseRow(
        Work work,
        CaseState state,
        boolean failing,
        List<String> at,
        ZonedDateTime started,
        @Nullable ZonedDateTime ended) {}
