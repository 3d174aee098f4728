package io.shouqi.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubjectTest {

    @Property
    void a_cut_subject_fits_and_begins_as_it_was(@ForAll String text, @ForAll @IntRange(max = 40) int bytes) {
        var cut = Subject.within(text, bytes);
        assertThat(cut.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(bytes);
        assertThat(text).startsWith(cut);
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(Subject.within("佣金𠮷", 9)).isEqualTo("佣金");
        assertThat(Subject.within("佣金𠮷", 10)).isEqualTo("佣金𠮷");
    }
}
