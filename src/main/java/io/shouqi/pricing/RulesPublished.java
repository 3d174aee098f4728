package io.shouqi.pricing;

/** A version of a company's decision table came into force. */
public record RulesPublished(String company, String table, int version) {}
