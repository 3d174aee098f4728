package io.shouqi.identity;

import java.util.List;

/** Recognises what fingers type by themselves: aaaaaaaaaa, 1234567890, qwertyuiop, abcabcabcabc. */
final class Runs {

    private static final List<String> ROWS =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "1qaz2wsx3edc");
    private static final int AVERAGE = 3;

    private Runs() {}

    /** Whether the text falls into runs of at least three characters on average, each beside the one before. */
    static boolean isSimple(String text) {
        var characters = text.codePoints().toArray();
        var runs = 1;
        for (var i = 1; i < characters.length; i++) {
            if (!follows(characters[i - 1], characters[i])) {
                runs++;
            }
        }
        return runs * AVERAGE <= characters.length;
    }

    private static boolean follows(int before, int next) {
        return Math.abs(next - before) <= 1 || ROWS.stream().anyMatch(row -> areNeighbours(row, before, next));
    }

    private static boolean areNeighbours(String row, int one, int other) {
        var first = row.indexOf(one);
        var second = row.indexOf(other);
        return first >= 0 && second >= 0 && Math.abs(first - second) == 1;
    }
}
