package io.shouqi.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** The open pages of this node. */
@Service
public class LiveStreams {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    static final int MOST_OF_A_PERSON = 8;
    private static final int MOST = 5000;

    private final ConcurrentLinkedQueue<LiveStream> open = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Keeps the connection; the caller writes nothing more. */
    public void open(Audience audience, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (closed || open.size() >= MOST) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        makeRoomFor(audience);
        var stream = new LiveStream(audience, request.startAsync(), response.getOutputStream(), open::remove);
        open.add(stream);
        stream.start();
        if (closed) {
            stream.close();
        }
    }

    /** The oldest gives way: the page that was opened last is the one being looked at. */
    private void makeRoomFor(Audience audience) {
        var own = open.stream()
                .filter(stream -> stream.audience().person().equals(audience.person()))
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_A_PERSON + 1)).forEach(stream -> stream.close("full"));
    }

    void deliver(News news) {
        var event = news.kind().event();
        open.stream().filter(stream -> news.concerns(stream.audience())).forEach(stream -> stream.tell(event));
    }

    void tellThatAnythingMayHaveChanged() {
        open.forEach(stream -> stream.tell("all"));
    }

    void beat() {
        open.forEach(LiveStream::beat);
    }

    /** Ends what is not welcome any more; a person whose roles changed comes back as who that is now. */
    void ask(LiveDoor door) {
        var listeners = open.stream().map(LiveStream::audience).collect(Collectors.toSet());
        if (listeners.isEmpty()) {
            return;
        }
        Set<Audience> welcome = door.stillWelcome(listeners);
        // whoever came meanwhile was not asked about
        open.stream()
                .filter(stream -> listeners.contains(stream.audience()) && !welcome.contains(stream.audience()))
                .forEach(LiveStream::close);
    }

    void openAgain() {
        closed = false;
    }

    void closeAll() {
        closed = true;
        log.debug("{} pages lose this node", open.size());
        open.forEach(LiveStream::close);
    }
}
