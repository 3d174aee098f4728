package io.shouqi.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Wakes the pumps of this node that wait for a topic; other nodes find the event by looking. */
@Component
class OutboxBell {

    private final Map<String, List<Runnable>> sleepers = new ConcurrentHashMap<>();

    void wake(String topic, Runnable sleeper) {
        sleepers.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(sleeper);
    }

    void ring(String topic) {
        sleepers.getOrDefault(topic, List.of()).forEach(Runnable::run);
    }
}
