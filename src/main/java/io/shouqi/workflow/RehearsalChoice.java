package io.shouqi.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody chose at a point of a rehearsal.
 *
 * @param element id of the element in the diagram
 * @param flags what is set there; {@code true}, {@code false} and whole numbers are not texts
 */
public record RehearsalChoice(Kind kind, String element, Map<String, String> flags) {

    public enum Kind {
        /** what a step sets */
        STEP,
        /** what a flag is that nothing has set before it is read */
        FLAG,
        /** a user task is completed */
        TASK,
        /** a timer is due */
        TIMER,
        /** a message arrives */
        MESSAGE
    }

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    boolean is(Kind kind, String element) {
        return this.kind == kind && this.element.equals(element);
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        flags.forEach((name, text) -> values.put(name, value(text.strip())));
        return values;
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
    }
}
