package io.shouqi.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Business numbers joined in one flag, as a process carries them: {@code ${numbers.of(receivables)}} is what a
 * multi-instance activity runs over.
 */
public final class Numbers {

    private static final String SEPARATOR = ",";

    Numbers() {}

    public static String joined(Collection<String> numbers) {
        return String.join(SEPARATOR, numbers);
    }

    List<String> of(@Nullable String joined) {
        return joined == null || joined.isBlank()
                ? List.of()
                : Arrays.stream(joined.split(SEPARATOR)).map(String::strip).toList();
    }
}
