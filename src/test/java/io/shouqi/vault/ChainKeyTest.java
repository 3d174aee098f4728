package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import io.shouqi.shared.RequestMarks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShouqiTest
class ChainKeyTest {

    @Autowired
    ChainKey chain;

    @Autowired
    RequestMarks marks;

    @Test
    void it_vouches_for_what_it_has_seen_and_for_nothing_else() {
        var record = "1|2024-03-01|login".getBytes(StandardCharsets.UTF_8);

        var tag = chain.mac(record);

        assertThat(chain.verify(tag, record)).isTrue();
        assertThat(chain.verify(tag, "1|2024-03-02|login".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(chain.verify(new byte[0], record)).isFalse();
        tag[tag.length - 1] ^= 1;
        assertThat(chain.verify(tag, record)).isFalse();
    }

    @Test
    void a_request_is_known_again_by_a_mark_that_is_not_its_hash() {
        var fingerprint = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

        var mark = marks.of(fingerprint);

        assertThat(mark).doesNotContain(fingerprint);
        assertThat(marks.matches(mark, fingerprint)).isTrue();
        assertThat(marks.matches(mark, fingerprint.replace('9', '8'))).isFalse();
    }
}
