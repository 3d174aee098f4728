package io.shouqi.portal.shell;

/**
 * An entry as the page shows it.
 *
 * @param text a message code
 * @param part entries of one part stand together
 * @param daily stands in the bar of a phone; the others lie behind "more"
 * @param here the page belongs to it
 */
public record NavLink(String path, String text, String icon, String letter, String part, boolean daily, boolean here) {}
