package io.shouqi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What Flight Recorder saw while a phase ran: the costliest places, by samples. */
final class Profile implements AutoCloseable {

    private static final int PLACES = 12;

    private final Recording recording = new Recording();

    Profile() {
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.start();
    }

    void report() throws IOException {
        recording.stop();
        var file = Files.createTempFile(Path.of("target"), "bench-", ".jfr");
        recording.dump(file);
        var leaves = new HashMap<String, Integer>();
        var owners = new HashMap<String, Integer>();
        var samples = 0;
        for (var event : RecordingFile.readAllEvents(file)) {
            var stack = event.getStackTrace();
            if (stack == null || !event.getEventType().getName().equals("jdk.ExecutionSample")) {
                continue;
            }
            samples++;
            leaves.merge(name(stack.getFrames().get(0)), 1, Integer::sum);
            stack.getFrames().stream()
                    .map(Profile::owner)
                    .filter(o -> !o.isEmpty())
                    .findFirst()
                    .ifPresent(o -> owners.merge(o, 1, Integer::sum));
        }
        print("costliest by library or product class", owners, samples);
        print("costliest methods", leaves, samples);
        System.out.println("recording: " + file);
    }

    /** The first frame that belongs to somebody: the product, or the library it called. */
    private static String owner(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        for (var prefix : new String[] {"io.shouqi.bench", "java.net.http", "jdk.internal.net.http"}) {
            if (type.startsWith(prefix)) {
                return "the benchmark's own clients";
            }
        }
        if (type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.")) {
            return "";
        }
        if (type.startsWith("io.shouqi.")) {
            return type + "." + frame.getMethod().getName();
        }
        var parts = type.split("\\.");
        return String.join(".", java.util.Arrays.copyOf(parts, Math.min(3, parts.length)));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static void print(String title, Map<String, Integer> counts, int samples) {
        System.out.println(title + " (" + samples + " samples):");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(PLACES)
                .forEach(e -> System.out.printf("  %5.1f %%  %s%n", 100.0 * e.getValue() / samples, e.getKey()));
    }

    @Override
    public void close() {
        recording.close();
    }
}
