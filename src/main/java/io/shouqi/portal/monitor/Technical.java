package io.shouqi.portal.monitor;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an exception says, without the way through the program and without numbers that may be somebody's. */
final class Technical {

    private static final int LONGEST = 600;

    /** Phone, id and bank numbers; what stands in quotes or brackets after a column may be a name. */
    private static final Pattern PERSONAL = Pattern.compile("\\d{6,}[\\dXx]*|=\\s*\\([^)]*\\)|'[^']*'|“[^”]*”");

    private Technical() {}

    /** @param trace as the engine stored it */
    static String of(@Nullable String trace) {
        if (trace == null) {
            return "";
        }
        var said = trace.lines()
                .filter(line -> !line.startsWith("\t") && !line.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        var plain = PERSONAL.matcher(said).replaceAll("…");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
