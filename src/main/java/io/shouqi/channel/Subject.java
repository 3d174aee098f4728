package io.shouqi.channel;

import java.nio.charset.StandardCharsets;

/** What a payer reads on the phone; channels refuse longer texts, so it is cut at a whole character. */
final class Subject {

    private Subject() {}

    static String within(String text, int bytes) {
        var cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
