package io.shouqi.vault;

import io.shouqi.database.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the keys come from: a file of this machine, or a text given at start that cannot change. */
final class KeySource {

    private final @Nullable Path file;
    private final @Nullable String given;

    private KeySource(@Nullable Path file, @Nullable String given) {
        this.file = file;
        this.given = given;
    }

    static KeySource file(Path file) {
        return new KeySource(file.toAbsolutePath().normalize(), null);
    }

    static KeySource given(String keys) {
        return new KeySource(null, keys);
    }

    /** @return what is there now; empty where there is no file yet */
    Optional<String> text() {
        if (file == null) {
            return Optional.ofNullable(given);
        }
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new KeysUnavailable(
                    "The key file " + file + " cannot be read: " + e.getClass().getSimpleName()
                            + ". It must belong to the user that runs Shouqi.",
                    e);
        }
    }

    Keyring keys() {
        return text().map(text -> Keyring.read(text, toString()))
                .orElseThrow(() -> new KeysUnavailable("There is no key file " + file + "."));
    }

    /** @return the keys that are there now, new ones where there is no file */
    Keyring keysOrNew() {
        if (text().isEmpty()) {
            locked(() -> text().isEmpty() ? Optional.of(Keyring.fresh()) : Optional.empty());
        }
        return keys();
    }

    /** Two changes at once follow each other, so none is lost. */
    Keyring change(UnaryOperator<Keyring> change) {
        locked(() -> Optional.of(change.apply(keys())));
        return keys();
    }

    /** The file as it is now, beside itself. */
    void keepCopy(String ending) {
        var path = changeable();
        try {
            PrivateFile.write(path.resolveSibling(path.getFileName() + ending), keys().json());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private void locked(Supplier<Optional<Keyring>> change) {
        var path = changeable();
        try {
            Files.createDirectories(path.getParent());
            var lock = path.resolveSibling(path.getFileName() + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                var keys = change.get();
                if (keys.isPresent()) {
                    PrivateFile.write(path, keys.get().json());
                }
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private Path changeable() {
        if (file == null) {
            throw new KeysUnavailable("The keys come from the environment; they are changed where that is set.");
        }
        return file;
    }

    private static KeysUnavailable unwritable(Path path, IOException e) {
        return new KeysUnavailable(
                "The key file " + path + " cannot be written: " + e.getClass().getSimpleName()
                        + ". May this user write in its directory, and is there space?",
                e);
    }

    @Override
    public String toString() {
        return file == null ? VaultProperties.PREFIX + ".keys" : file.toString();
    }
}
