package io.shouqi.pricing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an amount comes from.
 *
 * @param row as the workbook numbers it, from 1; of several tiers the highest
 * @param inputs in the order of the sheet: label to text, then every tier that contributed
 * @param rounding such as "HALF_UP 0.01"
 */
public record Why(String table, int version, int row, Map<String, String> inputs, String rounding) {

    public Why {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
