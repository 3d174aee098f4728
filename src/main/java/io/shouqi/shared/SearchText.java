package io.shouqi.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that are looked for as they are written: no letter in them is a wild card. */
public final class SearchText {

    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

    private SearchText() {}

    /** @return the pattern for {@code ilike}; null where there are no words */
    public static @Nullable String anywhere(@Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : "%" + WILD.matcher(words.strip()).replaceAll("\\\\$0") + "%";
    }
}
