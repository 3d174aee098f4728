package io.shouqi.pricing.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects what the rules hand out while they fire; public because the rules call it. */
public final class Hits {

    private final Map<Integer, Map<String, String>> byRow = new TreeMap<>();

    /** @param rule ends in the number of its row, such as {@code fees_12} */
    public void take(String rule, String term, String code) {
        var row = Integer.parseInt(rule.substring(rule.lastIndexOf('_') + 1));
        byRow.computeIfAbsent(row, r -> new HashMap<>()).put(term, code);
    }

    /** Row number to terms, in the order of the sheet. */
    Map<Integer, Map<String, String>> byRow() {
        return byRow;
    }
}
