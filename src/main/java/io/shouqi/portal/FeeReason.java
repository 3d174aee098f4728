package io.shouqi.portal;

import java.util.List;

/**
 * Why a fee is what it is, in words.
 *
 * @param sentence for the customer, such as "成交价 ¥5,000,000.00 × 1%"
 * @param table title of the decision table
 * @param row of its sheet, counted from 1
 * @param inputs for whoever checks the figure
 */
public record FeeReason(String sentence, String table, int version, int row, List<Input> inputs, String rounding) {

    public record Input(String label, String value) {}
}
