package io.shouqi.pricing.sheet;

/**
 * A row whose rule fired.
 *
 * @param terms what the rule handed out
 */
public record Hit(SheetRow row, Terms terms) {}
