package io.shouqi.vault;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code java -jar shouqi.jar keys …}: works on the key file alone, while nodes run or not. */
public final class KeyCommand {

    /** Longer than any node takes to notice the file. */
    private static final Duration EVERYBODY_HAS_LOOKED = Duration.ofSeconds(6);

    private static final String USAGE = """
            keys list                         the keys in the key file, the current ones marked
            keys create                       makes a key file where there is none
            keys rotate [data|index|chain]    makes a new key current; data where none is named
            keys retire <id>                  takes an older key out of the file
            With --shouqi.vault.key-file=<path> or --shouqi.data-dir=<path> as the application has it.
            """;

    /** What to wait for between making a key known and making it current. */
    interface Pause {
        void await() throws InterruptedException;
    }

    private final KeySource source;
    private final PrintStream out;
    private final Pause pause;

    KeyCommand(KeySource source, PrintStream out, Pause pause) {
        this.source = source;
        this.out = out;
        this.pause = pause;
    }

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals("keys");
    }

    /** @return the exit code */
    public static int exitCode(String... args) throws InterruptedException {
        var words = new ArrayList<String>();
        for (var arg : List.of(args).subList(1, args.length)) {
            if (!arg.startsWith("--")) {
                words.add(arg);
            }
        }
        return new KeyCommand(source(args), System.out, () -> Thread.sleep(EVERYBODY_HAS_LOOKED.toMillis())).run(words);
    }

    /** Finds the file where the application finds it: arguments, environment, config/application.yaml. */
    private static KeySource source(String... args) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bindOrCreate(VaultProperties.PREFIX, VaultProperties.class)
                .source();
    }

    int run(List<String> words) throws InterruptedException {
        try {
            switch (String.join(" ", words)) {
                case "list" -> list(source.keys());
                case "create" -> create();
                case "rotate", "rotate data" -> rotate(Keyset.DATA);
                case "rotate index" -> rotate(Keyset.INDEX);
                case "rotate chain" -> rotate(Keyset.CHAIN);
                default -> {
                    if (words.size() != 2 || !words.get(0).equals("retire")) {
                        out.print(USAGE);
                        return 2;
                    }
                    retire(words.get(1));
                }
            }
            return 0;
        } catch (KeysUnavailable e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private void list(Keyring ring) {
        out.println("Keys in " + source);
        for (var keyset : Keyset.values()) {
            for (var id : ring.ids(keyset)) {
                var mark = id == ring.current(keyset) ? "current" : "older";
                out.printf(Locale.ROOT, "%-6s %10s  %s%n", keyset.label(), Integer.toUnsignedString(id), mark);
            }
        }
        out.println("What the database still needs: select keyset, key_id, unused_since from vault_key");
    }

    private void create() {
        if (source.text().isPresent()) {
            throw new KeysUnavailable("There are keys in " + source + " already; they stay.");
        }
        list(source.keysOrNew());
    }

    /** Everybody learns of the key before anybody uses it, so that no node meets a row it cannot find or open. */
    private void rotate(Keyset keyset) throws InterruptedException {
        var ids = source.change(ring -> ring.withNewKey(keyset)).ids(keyset);
        var fresh = ids.get(ids.size() - 1);
        pause.await();
        list(source.change(ring -> ring.withCurrent(keyset, fresh)));
        out.println("Back the file up now, apart from the database: without it what is sealed from now on is lost.");
    }

    private void retire(String number) {
        var id = id(number);
        list(source.change(ring -> {
            var rest = withoutOlder(ring, id);
            source.keepCopy(".before-retiring");
            return rest;
        }));
        out.println("The file as it was lies beside it, ending in .before-retiring. Delete it when the nodes"
                + " have taken the change over; where the log says that the database needs the key, put it back.");
    }

    private static Keyring withoutOlder(Keyring ring, int id) {
        var number = Integer.toUnsignedString(id);
        if (ring.has(Keyset.CHAIN, id)) {
            throw new KeysUnavailable("Key " + number + " vouches for what was chained with it, and stays.");
        }
        for (var keyset : KeyRegister.ROTATING) {
            if (ring.older(keyset).contains(id)) {
                return ring.without(keyset, id);
            }
        }
        throw new KeysUnavailable("There is no older key " + number + "; the current one cannot be retired.");
    }

    private static int id(String number) {
        try {
            return Integer.parseUnsignedInt(number);
        } catch (NumberFormatException e) {
            throw new KeysUnavailable("\"" + number + "\" is not the number of a key; keys list names them.");
        }
    }
}
