package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Keyring> seenWhileWaiting = new ArrayList<>();
    private KeySource source;

    @BeforeEach
    void file() {
        source = KeySource.file(home.resolve("deeper/keys.json"));
    }

    @Test
    void a_new_file_belongs_to_its_owner_alone_and_is_never_overwritten() throws Exception {
        assertThat(run("create")).isZero();
        var first = source.text().orElseThrow();

        assertThat(run("create")).isEqualTo(1);
        assertThat(source.text()).hasValue(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("deeper/keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_is_known_to_everybody_before_it_is_used() throws Exception {
        run("create");
        var before = source.keys();

        assertThat(run("rotate")).isZero();

        var known = seenWhileWaiting.get(0);
        assertThat(known.ids(Keyset.DATA)).hasSize(2);
        assertThat(known.current(Keyset.DATA)).isEqualTo(before.current(Keyset.DATA));
        var after = source.keys();
        assertThat(after.current(Keyset.DATA)).isEqualTo(known.ids(Keyset.DATA).get(1));
        assertThat(after.older(Keyset.DATA)).containsExactly(before.current(Keyset.DATA));
        assertThat(after.ids(Keyset.INDEX)).isEqualTo(before.ids(Keyset.INDEX));
    }

    @Test
    void keys_are_listed_without_themselves() throws Exception {
        run("create");
        run("rotate", "index");
        printed.reset();

        assertThat(run("list")).isZero();

        var ring = source.keys();
        assertThat(text())
                .contains(
                        "current",
                        "older",
                        Integer.toUnsignedString(ring.current(Keyset.INDEX)),
                        "select keyset, key_id, unused_since from vault_key")
                .doesNotContain("keyData", "\"value\"");
    }

    @Test
    void an_older_key_is_retired_and_the_file_before_is_kept() throws Exception {
        run("create");
        var old = source.keys().current(Keyset.DATA);
        run("rotate");

        assertThat(run("retire", Integer.toUnsignedString(old))).isZero();

        assertThat(source.keys().has(Keyset.DATA, old)).isFalse();
        assertThat(KeySource.file(home.resolve("deeper/keys.json.before-retiring"))
                        .keys()
                        .has(Keyset.DATA, old))
                .isTrue();
    }

    @Test
    void the_current_key_a_chain_key_and_a_mistyped_one_stay() throws Exception {
        run("create");
        run("rotate", "chain");
        var before = source.text();

        for (var id : source.keys().ids(Keyset.CHAIN)) {
            assertThat(run("retire", Integer.toUnsignedString(id))).isEqualTo(1);
        }
        assertThat(run("retire", Integer.toUnsignedString(source.keys().current(Keyset.DATA))))
                .isEqualTo(1);
        assertThat(run("retire", "12x")).isEqualTo(1);
        assertThat(source.text()).isEqualTo(before);
    }

    @Test
    void what_it_does_not_know_is_answered_with_how_it_is_used() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("rotate", "everything")).isEqualTo(2);
        assertThat(text()).contains("keys rotate [data|index|chain]");
    }

    @Test
    void keys_of_the_environment_are_not_changed_here() throws Exception {
        source = KeySource.given(Keyring.fresh().json());

        assertThat(run("list")).isZero();
        assertThat(run("rotate")).isEqualTo(1);
        assertThat(text()).contains("The keys come from the environment");
    }

    @Test
    void a_damaged_file_is_named_and_not_quoted() throws Exception {
        run("create");
        var whole = source.text().orElseThrow();
        Files.writeString(home.resolve("deeper/keys.json"), whole.substring(0, whole.length() / 2));
        printed.reset();

        assertThat(run("list")).isEqualTo(1);
        assertThat(text()).contains("keys.json", "is not a key file").doesNotContain("keyData");
    }

    @Test
    void it_is_found_by_the_same_settings_as_the_application() throws Exception {
        assertThat(KeyCommand.isMeant("keys", "list")).isTrue();
        assertThat(KeyCommand.isMeant("--server.port=1", "keys")).isFalse();

        assertThat(KeyCommand.exitCode("keys", "create", "--shouqi.data-dir=" + home))
                .isZero();
        assertThat(home.resolve("keys.json")).exists();
    }

    private int run(String... words) throws InterruptedException {
        return new KeyCommand(
                        source,
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        () -> seenWhileWaiting.add(source.keys()))
                .run(List.of(words));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
