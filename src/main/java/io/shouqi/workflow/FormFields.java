package io.shouqi.workflow;

import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a Camunda Form that people write into. What only shows something is none. */
record FormFields(List<FormField> fields) {

    private static final int MOST_WORDS = 1000;

    static FormFields of(@Nullable JsonNode schema) {
        return of(schema, Map.of());
    }

    /** @param filled what the form is filled with */
    static FormFields of(@Nullable JsonNode schema, Map<String, Object> filled) {
        var fields = new ArrayList<FormField>();
        if (schema != null) {
            collect(schema.path("components"), filled, fields);
        }
        return new FormFields(List.copyOf(fields));
    }

    private static void collect(JsonNode components, Map<String, Object> filled, List<FormField> fields) {
        for (var component : components) {
            if (component.has("key") && !isFixed(component)) {
                fields.add(FormField.of(component, filled));
            }
            collect(component.path("components"), filled, fields);
        }
    }

    private static boolean isFixed(JsonNode component) {
        return component.path("disabled").asBoolean(false)
                || component.path("readonly").asBoolean(false);
    }

    /**
     * Checks the form's own rules again, which only ran in a browser if at all.
     *
     * @throws Refusal naming the fields that are missing or wrong
     */
    void check(Map<String, Object> answers) {
        var checks = new Checks();
        fields.forEach(field -> field.check(answers.get(field.key()), checks));
        checks.refuse();
    }

    /** The answers to these fields alone: facts that the form only shows cannot be written over. */
    Map<String, Object> own(Map<String, Object> answers) {
        var own = new HashMap<String, Object>();
        for (var field : fields) {
            var answer = answers.get(field.key());
            if (answer != null) {
                own.put(field.key(), answer);
            }
        }
        return own;
    }

    /** The answers as somebody reads them later; null where nothing was answered. */
    @Nullable
    String words(Map<String, Object> answers) {
        var words = fields.stream()
                .map(field -> field.words(answers.get(field.key())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words.substring(0, Math.min(words.length(), MOST_WORDS));
    }
}
