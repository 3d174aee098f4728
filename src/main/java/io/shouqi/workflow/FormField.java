package io.shouqi.workflow;

import io.shouqi.shared.Checks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field that people write into. Rules that are expressions (when a field is hidden, which choices it has) are the
 * browser's alone: a field that may be hidden is not missed here. Patterns are not tried: they are programs.
 *
 * @param options texts by value; empty where anything may be written
 * @param conditional whether the form may hide it
 */
record FormField(
        String key, String label, String type, Map<String, String> options, JsonNode rules, boolean conditional) {

    /** Names the fact that holds a field's choices. */
    static final String CHOICES = "valuesKey";

    /** @param filled what the form is filled with, where choices may stand too */
    static FormField of(JsonNode component, Map<String, Object> filled) {
        var options = new LinkedHashMap<String, String>();
        for (var option : component.path("values")) {
            var value = option.path("value").asString("");
            options.put(value, option.path("label").asString(value));
        }
        if (filled.get(component.path(CHOICES).asString("")) instanceof Collection<?> choices) {
            choices.stream().map(FormChoice.class::cast).forEach(choice -> options.put(choice.value(), choice.label()));
        }
        var key = component.path("key").asString("");
        return new FormField(
                key,
                component.path("label").asString(key),
                component.path("type").asString(""),
                options,
                component.path("validate"),
                component.has("conditional"));
    }

    void check(@Nullable Object answer, Checks checks) {
        if (answer == null || isEmpty(answer)) {
            if (rules.path("required").asBoolean(false) && !conditional) {
                checks.add(key, "field.required");
            }
        } else if (type.equals("number")) {
            checkNumber(answer.toString(), checks);
        } else if (!options.isEmpty()) {
            if (!options.keySet().containsAll(texts(answer))) {
                checks.add(key, "field.oneOf", String.join("、", options.values()));
            }
        } else {
            checkLength(answer.toString().strip().length(), checks);
        }
    }

    private void checkNumber(String text, Checks checks) {
        try {
            var number = new BigDecimal(text);
            if (rules.has("min") && number.compareTo(decimal("min")) < 0) {
                checks.add(key, "form.min", rules.path("min").asString());
            }
            if (rules.has("max") && number.compareTo(decimal("max")) > 0) {
                checks.add(key, "form.max", rules.path("max").asString());
            }
        } catch (NumberFormatException e) {
            checks.add(key, "field.decimal");
        }
    }

    private BigDecimal decimal(String rule) {
        return new BigDecimal(rules.path(rule).asString());
    }

    private void checkLength(int length, Checks checks) {
        if (length < rules.path("minLength").asInt(0)) {
            checks.add(key, "form.tooShort", rules.path("minLength").asInt());
        }
        if (length > rules.path("maxLength").asInt(Integer.MAX_VALUE)) {
            checks.add(key, "field.tooLong", rules.path("maxLength").asInt());
        }
    }

    /** @return null where nothing was answered */
    @Nullable
    String words(@Nullable Object answer) {
        if (answer == null || isEmpty(answer)) {
            return null;
        }
        if (answer instanceof Boolean chosen) {
            return chosen ? label : null;
        }
        return label + "："
                + texts(answer).stream()
                        .map(text -> options.getOrDefault(text, text))
                        .collect(Collectors.joining("、"));
    }

    private static List<String> texts(Object answer) {
        if (answer instanceof Collection<?> many) {
            var texts = new ArrayList<String>();
            many.forEach(one -> texts.add(String.valueOf(one)));
            return texts;
        }
        return List.of(answer.toString().strip());
    }

    private static boolean isEmpty(Object answer) {
        return answer.toString().isBlank()
                || (answer instanceof Collection<?> many && many.isEmpty())
                || Boolean.FALSE.equals(answer);
    }
}
