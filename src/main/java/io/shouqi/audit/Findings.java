package io.shouqi.audit;

import java.util.ArrayList;
import java.util.List;

/** Names the first findings and counts the rest: a chain of millions may be broken at every link. */
class Findings {

    static final int NAMED = 500;

    private final List<Finding> named = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (named.size() < NAMED) {
            named.add(finding);
        }
    }

    Verification answer(long checked, long waiting) {
        return new Verification(checked, waiting, count, List.copyOf(named));
    }
}
