package io.shouqi.pricing.sheet;

import java.util.Map;

/**
 * A data row as it was read.
 *
 * @param number as the sheet numbers it, from 1
 * @param texts label to what the cell says, in the order of the sheet, without empty cells
 */
public record SheetRow(int number, Terms terms, Map<String, String> texts) {}
