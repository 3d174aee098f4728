package io.shouqi.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person wrote into the form of a task, as a desk reads it. */
public final class Answers {

    private Answers() {}

    /** @return the answer as text; null where the field was left empty */
    public static @Nullable String text(Map<String, Object> answers, String field) {
        var value = answers.get(field);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** @return what was ticked, perhaps nothing; empty where the field was not asked at all */
    public static Optional<List<String>> texts(Map<String, Object> answers, String field) {
        return answers.get(field) instanceof Collection<?> ticked
                ? Optional.of(ticked.stream().map(String::valueOf).toList())
                : Optional.empty();
    }
}
