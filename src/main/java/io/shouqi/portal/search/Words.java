package io.shouqi.portal.search;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody typed. */
record Words(String typed) {

    /** One character says too little: half of all names begin with the same few. */
    private static final int FEWEST = 2;

    private static final int MOST = 100;
    private static final Pattern GAP = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

    static Words of(String typed) {
        var text = GAP.matcher(typed).replaceAll(" ").strip();
        return new Words(text.substring(0, Math.min(text.length(), MOST)));
    }

    boolean sayEnough() {
        return typed.codePointCount(0, typed.length()) >= FEWEST;
    }

    List<String> each() {
        return Arrays.asList(GAP.split(typed));
    }

    /** Anywhere in a text, for {@code ilike}. */
    String anywhere() {
        return "%" + WILD.matcher(typed).replaceAll("\\\\$0") + "%";
    }
}
