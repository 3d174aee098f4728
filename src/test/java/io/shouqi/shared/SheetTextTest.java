package io.shouqi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_run_is_made_text(String sent) {
        assertThat(SheetText.harmless(sent)).isEqualTo("'" + sent);
    }

    @Test
    void other_text_stays_as_it_is() {
        assertThat(SheetText.harmless("王小明 = 买方")).isEqualTo("王小明 = 买方");
        assertThat(SheetText.harmless(null)).isEmpty();
    }
}
