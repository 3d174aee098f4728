package io.shouqi.portal.shell;

import java.util.List;

/**
 * A line of the keyboard help. The keys that lead to pages are those of the entries.
 *
 * @param keys one after the other; those that are pressed together are one, such as Ctrl+K
 * @param text a message code
 */
public record Shortcut(List<String> keys, String text) {

    static final List<Shortcut> ALL = List.of(
            of("keys.search", "Ctrl+K"),
            of("keys.search", "/"),
            of("keys.filter", "f"),
            of("keys.walk", "j", "k"),
            of("keys.open", "Enter"),
            of("keys.pick", "x"),
            of("keys.claim", "c"),
            of("keys.next", "n"),
            of("keys.close", "Esc"),
            of("keys.help", "?"));

    private static Shortcut of(String text, String... keys) {
        return new Shortcut(List.of(keys), text);
    }
}
