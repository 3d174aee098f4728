package io.shouqi.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open page. Written without waiting: what a slow browser has not taken yet is a set of a few words, however much
 * happens meanwhile, and no thread stands by.
 */
final class LiveStream implements WriteListener, AsyncListener {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    /** Browsers come back by themselves after this time, not all at the same moment. */
    private static final String RETRY = "retry: 2000\n\n";

    private final Audience audience;
    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> ended;
    private final Set<String> waiting = new LinkedHashSet<>();
    private State state = State.OPEN;

    private enum State {
        OPEN,
        LAST_WORDS,
        OVER
    }

    LiveStream(Audience audience, AsyncContext connection, ServletOutputStream out, Consumer<LiveStream> ended) {
        this.audience = audience;
        this.connection = connection;
        this.out = out;
        this.ended = ended;
        waiting.add(RETRY);
    }

    void start() {
        connection.setTimeout(0);
        connection.addListener(this);
        out.setWriteListener(this);
    }

    Audience audience() {
        return audience;
    }

    void tell(String event) {
        write("event: " + event + "\ndata: .\n\n");
    }

    /** A comment, by which proxies see that there is life, and we see whether the browser is still there. */
    void beat() {
        write(":\n\n");
    }

    private synchronized void write(String text) {
        if (state == State.OPEN) {
            waiting.add(text);
            writeWhatIsPossible();
        }
    }

    /** The browser shall not come back for now. */
    synchronized void close(String lastWords) {
        if (state == State.OPEN) {
            tell(lastWords);
            state = State.LAST_WORDS;
            writeWhatIsPossible();
        }
    }

    synchronized void close() {
        if (state != State.OVER) {
            over();
            complete();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        writeWhatIsPossible();
    }

    private void writeWhatIsPossible() {
        try {
            while (state != State.OVER && out.isReady()) {
                if (!waiting.isEmpty()) {
                    var text = String.join("", waiting);
                    waiting.clear();
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    if (out.isReady()) {
                        out.flush();
                    }
                } else if (state == State.LAST_WORDS) {
                    close();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("a page is gone", e);
            close();
        }
    }

    private void complete() {
        try {
            connection.complete();
        } catch (IllegalStateException e) {
            log.debug("a page was gone already", e);
        }
    }

    private synchronized void over() {
        if (state != State.OVER) {
            state = State.OVER;
            waiting.clear();
            ended.accept(this);
        }
    }

    @Override
    public void onError(Throwable failure) {
        log.debug("a page is gone", failure);
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody starts it twice
    }
}
