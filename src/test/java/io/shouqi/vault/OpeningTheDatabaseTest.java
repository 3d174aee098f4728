package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.ShouqiTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A database is opened with the keys it was written with, or not at all. */
@ShouqiTest
class OpeningTheDatabaseTest {

    @Autowired
    KeyRegister register;

    @Autowired
    Keys keys;

    @TempDir
    Path home;

    @Test
    void it_opens_again_with_the_same_keys_from_a_file_or_from_the_environment() {
        var again = register.open(KeySource.given(keys.ring().json()));

        assertThat(again.current(Keyset.DATA)).isEqualTo(keys.ring().current(Keyset.DATA));
    }

    @Test
    void without_its_key_file_it_stays_closed_and_no_new_keys_are_made() {
        var missing = home.resolve("keys.json");

        assertThatThrownBy(() -> register.open(KeySource.file(missing)))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("there is no key file " + missing)
                .hasMessageContaining("backup");
        assertThat(missing).doesNotExist();
    }

    @Test
    void other_keys_are_named_as_missing() {
        assertThatThrownBy(() -> register.open(KeySource.given(Keyring.fresh().json())))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining(
                        "data key " + Integer.toUnsignedString(keys.ring().current(Keyset.DATA)))
                .hasMessageContaining("does not have it");
    }

    @Test
    void a_key_that_only_bears_the_same_number_is_not_taken_for_it() {
        var current = keys.ring().current(Keyset.DATA);
        var id = Integer.toUnsignedString(current);
        var other = Keyring.fresh();
        var forged =
                keys.ring().json().replace(material(keys.ring(), current), material(other, other.current(Keyset.DATA)));

        assertThatThrownBy(() -> register.open(KeySource.given(forged)))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("data key " + id + " is not the one");
    }

    @Test
    void the_failed_start_is_one_paragraph_that_says_where_to_read_on() {
        var analysis = new KeysUnavailableAnalyzer().analyze(new IllegalStateException(new KeysUnavailable("gone")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("gone");
        assertThat(analysis.getAction()).contains("docs/operations.md", "Keys");
    }

    /** As it stands in the file, just before the number of its key. */
    private static String material(Keyring ring, int id) {
        var json = ring.json();
        var number = json.indexOf("\"keyId\" : " + Integer.toUnsignedString(id));
        var start = json.lastIndexOf("\"value\"", number);
        return json.substring(start, json.indexOf(',', start));
    }
}
