package io.shouqi.lists;

import java.util.Locale;

/** How much room a row takes on a desk. */
public enum Density {
    COMFORTABLE,
    COMPACT;

    /** As the style sheet calls it. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Density other() {
        return this == COMFORTABLE ? COMPACT : COMFORTABLE;
    }
}
