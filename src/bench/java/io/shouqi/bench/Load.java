package io.shouqi.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that work side by side until there is nothing left, and how long each piece of work took. */
final class Load {

    private final int clients;
    private final Callable<Boolean> work;

    /** @param work one piece; false when there is none left */
    Load(int clients, Callable<Boolean> work) {
        this.clients = clients;
        this.work = work;
    }

    Result run() throws Exception {
        return run(0);
    }

    /** Starts a piece at each tick whether or not the ones before have ended; late starts count as waiting. */
    Result paced(int aSecond) throws Exception {
        return run(1_000_000_000L / aSecond);
    }

    private Result run(long pause) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        var start = System.nanoTime();
        var ticks = new AtomicLong();
        List<Future<List<Long>>> futures = new ArrayList<>();
        for (var i = 0; i < clients; i++) {
            futures.add(pool.submit(() -> client(start, pause, ticks)));
        }
        var nanos = new ArrayList<Long>();
        for (var future : futures) {
            nanos.addAll(future.get());
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        return new Result(seconds, nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private List<Long> client(long start, long pause, AtomicLong ticks) throws Exception {
        var nanos = new ArrayList<Long>();
        while (true) {
            var due = start + pause * ticks.getAndIncrement();
            while (pause > 0 && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var began = pause > 0 ? due : System.nanoTime();
            if (!work.call()) {
                return nanos;
            }
            nanos.add(System.nanoTime() - began);
        }
    }

    record Result(double seconds, long[] nanos) {

        void print(String name, String unit) {
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %9.0f %s  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms%n",
                    name,
                    nanos.length / seconds,
                    unit,
                    at(0.50),
                    at(0.95),
                    at(0.99));
        }

        private double at(double share) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * share)] / 1e6;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Result r && r.seconds == seconds && Arrays.equals(r.nanos, nanos);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nanos);
        }

        @Override
        public String toString() {
            return nanos.length + " in " + seconds + " s";
        }
    }
}
