package io.shouqi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAskTest {

    @Test
    void a_cursor_comes_back_as_it_went_out() {
        var cursor = new PageCursor("-dueOn", "2024-03-01", "R-20240301-000001");

        assertThat(new PageAsk(cursor.toString(), null).after("-dueOn")).isEqualTo(cursor);
        assertThat(new PageAsk(null, null).after("")).isNull();
        assertThat(new PageAsk(null, "7").size(30)).isEqualTo(7);
        assertThat(new PageAsk(null, null).size(30)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "HT-20240301-000001", "%00", "////", "AAAA", "Cg", "CgoK", "王"})
    void junk_is_no_cursor(String junk) {
        assertRefused(() -> new PageAsk(junk, null).after(""), "cursor");
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        var cursor = new PageCursor("dueOn", "2024-03-01", "R-1").toString();

        assertRefused(() -> new PageAsk(cursor, null).after("-dueOn"), "cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "31", "1e3", "", " 5", "99999999999999999999", "多"})
    void a_limit_is_a_whole_number_up_to_the_page(String limit) {
        assertRefused(() -> new PageAsk(null, limit).size(30), "limit");
    }

    private static void assertRefused(ThrowingCallable work, String parameter) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind().status()).isEqualTo(400);
            assertThat(refusal.fields())
                    .singleElement()
                    .satisfies(f -> assertThat(f.field()).isEqualTo(parameter));
        });
    }
}
