package io.shouqi.pricing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds for each row of a table the row it was before: the same text, else the same keys and the most alike, else just
 * very much alike.
 */
final class RowMatching {

    /** Beyond this, rows that have no key in common are not compared one by one. */
    private static final int MOST_STRANGERS = 300;

    private final int[] keys;

    RowMatching(int[] keys) {
        this.keys = keys;
    }

    /** @return for each row of {@code now} the index of its row in {@code old}, or -1 */
    int[] match(List<List<String>> old, List<List<String>> now) {
        var partner = new int[now.size()];
        Arrays.fill(partner, -1);
        var free = new boolean[old.size()];
        Arrays.fill(free, true);
        same(old, now, partner, free);
        var byKey = groups(old, free, this::key);
        for (var entry : groups(now, open(partner), this::key).entrySet()) {
            alike(old, now, byKey.getOrDefault(entry.getKey(), List.of()), entry.getValue(), 0, partner, free);
        }
        var strangers = open(partner);
        var left = indexes(strangers);
        var gone = indexes(free);
        if (left.size() <= MOST_STRANGERS && gone.size() <= MOST_STRANGERS) {
            alike(old, now, gone, left, 60, partner, free);
        }
        return partner;
    }

    private static void same(List<List<String>> old, List<List<String>> now, int[] partner, boolean[] free) {
        var places = new HashMap<List<String>, Deque<Integer>>();
        for (var o = 0; o < old.size(); o++) {
            places.computeIfAbsent(old.get(o), row -> new ArrayDeque<>()).add(o);
        }
        for (var n = 0; n < now.size(); n++) {
            var same = places.getOrDefault(now.get(n), new ArrayDeque<>()).poll();
            if (same != null) {
                partner[n] = same;
                free[same] = false;
            }
        }
    }

    private record Pair(int old, int now, int likeness) {}

    /** The most alike first; of equally alike ones those that stand closest. */
    private static void alike(
            List<List<String>> old,
            List<List<String>> now,
            List<Integer> gone,
            List<Integer> left,
            int least,
            int[] partner,
            boolean[] free) {
        var pairs = new ArrayList<Pair>();
        for (var o : gone) {
            for (var n : left) {
                var likeness = likeness(old.get(o), now.get(n));
                if (likeness >= least) {
                    pairs.add(new Pair(o, n, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::likeness)
                .reversed()
                .thenComparingInt(pair -> Math.abs(pair.old() - pair.now()))
                .thenComparingInt(Pair::old));
        for (var pair : pairs) {
            if (free[pair.old()] && partner[pair.now()] < 0) {
                partner[pair.now()] = pair.old();
                free[pair.old()] = false;
            }
        }
    }

    /** Percent of the cells that say something and are the same. */
    private static int likeness(List<String> one, List<String> other) {
        var said = 0;
        var same = 0;
        for (var c = 0; c < one.size(); c++) {
            if (!one.get(c).isEmpty() || !other.get(c).isEmpty()) {
                said++;
                same += one.get(c).equals(other.get(c)) ? 1 : 0;
            }
        }
        return said == 0 ? 100 : same * 100 / said;
    }

    private List<String> key(List<String> row) {
        return IntStream.of(keys).mapToObj(row::get).toList();
    }

    private static Map<List<String>, List<Integer>> groups(
            List<List<String>> rows, boolean[] wanted, Function<List<String>, List<String>> key) {
        var groups = new HashMap<List<String>, List<Integer>>();
        for (var i : indexes(wanted)) {
            groups.computeIfAbsent(key.apply(rows.get(i)), k -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    private static boolean[] open(int[] partner) {
        var open = new boolean[partner.length];
        for (var n = 0; n < partner.length; n++) {
            open[n] = partner[n] < 0;
        }
        return open;
    }

    private static List<Integer> indexes(boolean[] wanted) {
        return IntStream.range(0, wanted.length).filter(i -> wanted[i]).boxed().toList();
    }
}
