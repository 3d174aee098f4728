package io.shouqi.live;

import java.util.Locale;

/** What may have changed; a page asks the server what it is now. */
public enum LiveKind {
    TASKS,
    MONEY,
    NOTICES;

    /** As browsers hear it. */
    String event() {
        return name().toLowerCase(Locale.ROOT);
    }
}
