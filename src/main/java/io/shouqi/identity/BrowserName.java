package io.shouqi.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user agent in the few words by which people know their devices. */
final class BrowserName {

    /** The more special before those that they also claim to be. */
    private static final List<Word> BROWSERS = List.of(
            new Word("MicroMessenger", "微信"),
            new Word("DingTalk", "钉钉"),
            new Word("Edg", "Edge"),
            new Word("OPR/", "Opera"),
            new Word("Firefox/", "Firefox"),
            new Word("Chrome/", "Chrome"),
            new Word("Safari/", "Safari"));

    private static final List<Word> SYSTEMS = List.of(
            new Word("iPhone", "iPhone"),
            new Word("iPad", "iPad"),
            new Word("HarmonyOS", "HarmonyOS"),
            new Word("Android", "Android"),
            new Word("Windows", "Windows"),
            new Word("Mac OS X", "macOS"),
            new Word("Linux", "Linux"));

    private BrowserName() {}

    /** @return such as "Chrome · Windows"; empty where nothing is known */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        var words = new ArrayList<String>();
        for (var kind : List.of(BROWSERS, SYSTEMS)) {
            kind.stream()
                    .filter(word -> userAgent.contains(word.sign()))
                    .findFirst()
                    .ifPresent(word -> words.add(word.name()));
        }
        return String.join(" · ", words);
    }

    private record Word(String sign, String name) {}
}
