package io.shouqi.workflow;

import io.shouqi.workflow.ModelChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two forms, component by component; the order counts only as people see it. */
final class FormDiff {

    private FormDiff() {}

    /** @return in the order of the later form, then what is gone */
    static List<ModelChange> between(JsonNode before, JsonNode after) {
        var earlier = components(before);
        var later = components(after);
        var changes = new ArrayList<ModelChange>();
        later.forEach((id, component) -> {
            var old = earlier.get(id);
            if (old == null) {
                changes.add(change(Kind.ADDED, id, component, component));
            } else if (!old.equals(component)) {
                changes.add(change(Kind.CHANGED, id, component, old));
            }
        });
        earlier.forEach((id, component) -> {
            if (!later.containsKey(id)) {
                changes.add(change(Kind.REMOVED, id, component, component));
            }
        });
        return changes;
    }

    private static ModelChange change(Kind kind, String id, JsonNode component, JsonNode before) {
        return new ModelChange(
                kind, id, name(component, id), component.path("type").asString(""), name(before, id));
    }

    private static String name(JsonNode component, String otherwise) {
        var label = component.path("label").asString("");
        return label.isBlank() ? otherwise : label;
    }

    /** Those within a group are compared by themselves. */
    private static Map<String, JsonNode> components(JsonNode form) {
        var found = new LinkedHashMap<String, JsonNode>();
        collect(form, found);
        return found;
    }

    private static void collect(JsonNode frame, Map<String, JsonNode> found) {
        for (var component : frame.path("components")) {
            var key = component.path("key").asString("");
            found.putIfAbsent(key.isEmpty() ? component.path("id").asString("") : key, own(component));
            collect(component, found);
        }
    }

    /** Where the editor placed it does not count. */
    private static JsonNode own(JsonNode component) {
        return component instanceof ObjectNode object
                ? object.deepCopy().without(List.of("components", "layout", "id"))
                : component;
    }
}
