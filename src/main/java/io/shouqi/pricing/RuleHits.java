package io.shouqi.pricing;

import java.util.SortedSet;
import java.util.TreeSet;

/** Collects which rows fired. Public because the rules are compiled into a package of their own. */
public final class RuleHits {

    private final SortedSet<Integer> rows = new TreeSet<>();

    /** @param rule the rule's name, which ends in the row of the sheet */
    public void add(String rule) {
        rows.add(Integer.valueOf(rule.substring(rule.lastIndexOf('_') + 1)));
    }

    SortedSet<Integer> rows() {
        return rows;
    }
}
