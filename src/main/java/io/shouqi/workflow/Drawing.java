package io.shouqi.workflow;

import java.util.List;
import java.util.Map;

/**
 * The diagram of a process.
 *
 * @param names what it calls its elements, by their ids, in the order of the model
 * @param startable ids of the elements an administrator may start by hand
 */
public record Drawing(
        String process, String title, int version, String xml, Map<String, String> names, List<String> startable) {

    /** An element that only another version has keeps its id. */
    public String nameOf(String element) {
        return names.getOrDefault(element, element);
    }
}
