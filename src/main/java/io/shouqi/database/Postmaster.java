package io.shouqi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server process that a cluster's directory says is running on it. */
record Postmaster(ProcessHandle process, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** @return empty where none runs; after a reboot the number may belong to somebody else's process */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        if (Files.notExists(file(cluster))) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file(cluster));
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        var port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(false);
    }
}
