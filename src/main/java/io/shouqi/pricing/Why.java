package io.shouqi.pricing;

import java.util.Map;

/**
 * Why a fee is what it is.
 *
 * @param row of the sheet, counted from 1; the band the price lies in where several contribute
 * @param inputs what was put in, as label and text, in the order it was used
 * @param rounding such as "HALF_UP 0.01"
 */
public record Why(String table, int version, int row, Map<String, String> inputs, String rounding) {}
