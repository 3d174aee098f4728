package io.shouqi.portal.search;

import java.util.List;

/** Hits of one kind; {@code search.group.KIND} is what they are called. */
record Group(Kind kind, List<Hit> hits) {

    enum Kind {
        CONTRACTS,
        CUSTOMERS,
        RECEIPTS,
        ADJUSTMENTS,
        TASKS,
        PAGES,
        MANUAL
    }
}
