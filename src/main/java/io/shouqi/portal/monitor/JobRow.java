package io.shouqi.portal.monitor;

import java.time.ZonedDateTime;

/**
 * What the product will do by itself.
 *
 * @param late due and not done for so long that something is in its way
 * @param retries attempts that are left
 */
record JobRow(
        Work work,
        String element,
        ZonedDateTime due,
        boolean timer,
        boolean late,
        int retries,
        boolean failedBefore,
        boolean suspended) {}
