package io.shouqi.workflow;

/** One of the answers that a form offers where its desk knows them and its author does not ({@code valuesKey}). */
public record FormChoice(String value, String label) {}
