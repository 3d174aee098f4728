package io.shouqi.workflow;

import io.shouqi.workflow.ModelFinding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks through a form somebody made: only kinds that show and ask, and every answer that the work behind it reads. */
@Component
class FormCheck {

    private static final int LARGEST = 200_000;
    private static final int DEEPEST = 6;

    private static final Set<String> KINDS = Set.of(
            "default",
            "text",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "radio",
            "select",
            "checkbox",
            "checklist",
            "taglist",
            "group",
            "separator",
            "spacer",
            "table");

    private final JsonMapper json;

    FormCheck(JsonMapper json) {
        this.json = json;
    }

    /** @param inForce the form as it is now, whose fields the work behind the task knows */
    List<ModelFinding> findings(String key, byte[] content, byte[] inForce) {
        if (content.length > LARGEST) {
            return List.of(ModelFinding.error("", "", "models.finding.tooBig", Integer.toString(LARGEST / 1024)));
        }
        try {
            var form = json.readTree(content);
            var found = new ArrayList<ModelFinding>();
            if (!form.path("components").isArray()
                    || !key.equals(form.path("id").asString(""))) {
                found.add(ModelFinding.error("", "", "models.finding.noSuchForm", key));
            }
            visit(form, 0, new HashSet<>(), found);
            compare(fields(form), fields(json.readTree(inForce)), found);
            return found;
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return List.of(ModelFinding.error("", "", "models.finding.malformed", Integer.toString(line), "JSON"));
        }
    }

    private static void visit(JsonNode component, int depth, Set<String> keys, List<ModelFinding> found) {
        var key = text(component, "key");
        var at = key.isEmpty() ? text(component, "id") : key;
        var name = text(component, "label").isEmpty() ? at : text(component, "label");
        if (!KINDS.contains(text(component, "type")) || depth > DEEPEST) {
            found.add(ModelFinding.error(at, name, "models.finding.fieldKind", text(component, "type")));
            return;
        }
        if (!key.isEmpty() && !keys.add(key)) {
            found.add(ModelFinding.error(at, name, "models.finding.duplicate", key));
        }
        component.path("components").forEach(child -> visit(child, depth + 1, keys, found));
    }

    private static Map<String, FormField> fields(JsonNode form) {
        var fields = new HashMap<String, FormField>();
        FormFields.of(form).fields().forEach(field -> fields.putIfAbsent(field.key(), field));
        return fields;
    }

    private static void compare(Map<String, FormField> now, Map<String, FormField> before, List<ModelFinding> found) {
        before.forEach((key, field) -> {
            var next = now.get(key);
            if (next == null) {
                found.add(ModelFinding.error(key, field.label(), "models.finding.fieldGone", key));
            } else if (!next.type().equals(field.type())) {
                found.add(ModelFinding.error(key, field.label(), "models.finding.fieldType", field.type()));
            } else if (!next.options().keySet().equals(field.options().keySet())) {
                found.add(ModelFinding.error(
                        key,
                        field.label(),
                        "models.finding.fieldOptions",
                        String.join("、", field.options().keySet())));
            }
        });
        now.forEach((key, field) -> {
            if (!before.containsKey(key)) {
                found.add(new ModelFinding(
                        key, field.label(), "models.finding.fieldUnread", List.of(key), Severity.WARNING));
            }
        });
    }

    private static String text(JsonNode component, String field) {
        return Objects.requireNonNullElse(component.path(field).asString(""), "");
    }
}
