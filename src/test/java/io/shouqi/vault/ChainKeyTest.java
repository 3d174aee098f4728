package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShouqiTest
class ChainKeyTest {

    @Autowired
    ChainKey chain;

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
}
