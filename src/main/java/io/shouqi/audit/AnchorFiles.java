package io.shouqi.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One text file a year, one line a day: {@code 2024-03-01 1234 9f86d0…}. Meant to be copied to another machine. */
@Component
class AnchorFiles {

    private final Path directory;

    AnchorFiles(@Value("${shouqi.audit.anchor-dir:${shouqi.data-dir:./data}/anchors}") Path directory) {
        this.directory = directory;
    }

    /** @param unreadable lines that are no anchors, as {@code file:line} */
    record Kept(List<Anchor> anchors, List<String> unreadable) {}

    synchronized void append(Anchor anchor) {
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve(anchor.day().getYear() + ".txt"),
                    anchor.line() + "\n",
                    CREATE,
                    WRITE,
                    APPEND,
                    DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Kept read() {
        var kept = new Kept(new ArrayList<>(), new ArrayList<>());
        if (Files.notExists(directory)) {
            return kept;
        }
        try (var files = Files.newDirectoryStream(directory, "[0-9][0-9][0-9][0-9].txt")) {
            for (var file : files) {
                read(file, kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    private static void read(Path file, Kept kept) throws IOException {
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            var at = file.getFileName() + ":" + number;
            Anchor.parse(line)
                    .ifPresentOrElse(
                            kept.anchors()::add, () -> kept.unreadable().add(at));
        }
    }
}
