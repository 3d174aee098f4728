package io.shouqi.lists;

import java.util.UUID;

/**
 * Filters that somebody gave a name.
 *
 * @param query as it stands behind the question mark of the page
 * @param opens whether the list opens with it
 */
public record SavedFilter(UUID id, String name, String query, boolean opens) {}
