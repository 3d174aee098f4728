package io.shouqi.portal.search;

import io.shouqi.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param note what tells it from others of its kind
 * @param word a message code, such as its state; null where there is none
 */
record Hit(
        String path,
        String title,
        String note,
        @Nullable String word,
        @Nullable Money amount) {}
