package io.shouqi.identity;

import java.time.ZonedDateTime;

/**
 * A session somebody is signed in with.
 *
 * @param handle names it on pages, which never show the id itself
 * @param here the one that is looking
 */
record OpenSession(
        String handle, String address, String browser, ZonedDateTime since, ZonedDateTime seen, boolean here) {}
