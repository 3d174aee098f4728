package io.shouqi.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.database.Reach;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LiveStreamTest {

    private final Browser browser = new Browser();
    private final AtomicInteger ended = new AtomicInteger();
    private final LiveStream stream = new LiveStream(
            new Somebody(UUID.randomUUID(), Reach.NOTHING),
            new MockAsyncContext(new MockHttpServletRequest(), new MockHttpServletResponse()),
            browser,
            over -> ended.incrementAndGet());

    @Test
    void a_browser_that_reads_nothing_for_long_gets_each_kind_once() {
        browser.ready = false;
        stream.start();
        for (var i = 0; i < 10_000; i++) {
            stream.tell("money");
            stream.tell("tasks");
            stream.beat();
        }
        assertThat(browser.text()).isEmpty();

        browser.ready = true;
        stream.onWritePossible();

        assertThat(browser.text())
                .containsOnlyOnce("event: money\n")
                .containsOnlyOnce("event: tasks\n")
                .hasSizeLessThan(100);
    }

    @Test
    void a_browser_that_went_away_is_forgotten_once() {
        stream.start();
        browser.gone = true;
        stream.tell("money");
        stream.tell("tasks");
        stream.close();

        assertThat(ended).hasValue(1);
    }

    @Test
    void last_words_are_said_before_the_end() {
        stream.start();
        stream.close("full");

        assertThat(browser.text()).endsWith("event: full\ndata: .\n\n");
        assertThat(ended).hasValue(1);
    }

    private record Somebody(UUID person, Reach reach) implements Audience {}

    private static final class Browser extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean gone;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // the tests say when writing is possible
        }

        @Override
        public void write(int b) throws IOException {
            if (gone) {
                throw new IOException("connection reset");
            }
            taken.write(b);
        }

        private String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }
}
