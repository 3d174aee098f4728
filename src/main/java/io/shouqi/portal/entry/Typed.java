package io.shouqi.portal.entry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures as people type them, in the form that the checks know; what is no figure stays as it is. */
final class Typed {

    private static final Pattern DECORATION = Pattern.compile("[,，¥￥元%\\s]");
    private static final Pattern MYRIADS = Pattern.compile("(\\d{1,8}(?:\\.\\d{1,6})?)万");

    private Typed() {}

    /** "500万", "5,000,000" and "¥5000000" are 5000000; nothing is null. */
    static @Nullable String figure(@Nullable String typed) {
        var text = text(typed);
        if (text == null) {
            return null;
        }
        var plain = DECORATION
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        var myriads = MYRIADS.matcher(plain);
        return myriads.matches()
                ? new BigDecimal(myriads.group(1))
                        .movePointRight(4)
                        .stripTrailingZeros()
                        .toPlainString()
                : plain;
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
