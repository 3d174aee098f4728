package io.shouqi.portal.shell;

/** A page on the way to the one that is open. */
public record Crumb(String path, String text) {}
