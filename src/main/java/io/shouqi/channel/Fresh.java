package io.shouqi.channel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read a moment ago, so that each of many notifications a second need not read it again. Another node's change
 * is seen when the moment is over, an own change at once.
 */
final class Fresh<K, V> {

    private static final long MOMENT = Duration.ofSeconds(2).toNanos();

    private record Read<V>(V value, long at) {}

    private final Map<K, Read<V>> known = new ConcurrentHashMap<>();
    private final Function<K, V> source;

    Fresh(Function<K, V> source) {
        this.source = source;
    }

    V get(K key) {
        var last = known.get(key);
        if (last != null && System.nanoTime() - last.at() < MOMENT) {
            return last.value();
        }
        var read = new Read<>(source.apply(key), System.nanoTime());
        known.put(key, read);
        return read.value();
    }

    void forget() {
        known.clear();
    }
}
