package io.shouqi.workflow;

import java.util.List;

/**
 * What a process reads a flag for, which says what can be chosen for it.
 *
 * @param options values that the process compares it with, or the roles; empty where anything may be written
 */
public record FlagUse(String name, Kind kind, List<String> options) {

    public enum Kind {
        YES_NO,
        CHOICE,
        NUMBER,
        /** a date and time, or how long */
        TIME,
        ROLE,
        /** business numbers joined by commas */
        NUMBERS,
        TEXT
    }
}
