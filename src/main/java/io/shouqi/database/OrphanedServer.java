package io.shouqi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the JVM that started it. The caller owns the data directory, so nobody else may be
 * using that server; it is stopped the way {@code pg_ctl stop -m fast} does, which keeps every committed row.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int FAST_SECONDS = 15;

    private OrphanedServer() {}

    static void stop(Path cluster) throws IOException {
        var server = Postmaster.of(cluster);
        if (server.isPresent()) {
            var process = server.get().process();
            log.warn("Stopping the PostgreSQL server {} left behind in {}", process.pid(), cluster);
            shutDown(process);
        }
        Files.deleteIfExists(Postmaster.file(cluster));
    }

    private static void shutDown(ProcessHandle server) throws IOException {
        signal(server, "INT"); // fast shutdown: roll back open work, flush, exit
        if (!gone(server)) {
            signal(server, "QUIT"); // immediate: recovery replays the log at the next start
        }
        if (!gone(server)) {
            throw new IOException(
                    "the server process " + server.pid() + " left behind by an earlier run does not stop");
        }
    }

    private static void signal(ProcessHandle server, String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean gone(ProcessHandle server) throws IOException {
        try {
            server.onExit().get(FAST_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(e);
        }
    }
}
