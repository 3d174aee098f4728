package io.shouqi.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A browser that is signed in at a node and listens there. */
final class Page implements AutoCloseable {

    /** What {@link #next} answers once the server has ended the stream. */
    static final String END = "end";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:content|value)=\"([^\"]+)\"");

    private final HttpClient browser;
    private final URI node;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private InputStream stream = InputStream.nullInputStream();
    private int status;

    private Page(HttpClient browser, URI node) {
        this.browser = browser;
        this.node = node;
    }

    static Page in(int port, String username) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var page = new Page(browser, URI.create("http://127.0.0.1:" + port));
        var token = CSRF.matcher(page.send(page.request("/login").GET()));
        if (!token.find()) {
            throw new AssertionError("no token on the login page");
        }
        page.send(page.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + username + "&password=secret&_csrf=" + token.group(1))));
        page.listen();
        return page;
    }

    /** Another tab of the same browser, at whichever node. */
    Page another(int port) throws Exception {
        var page = new Page(browser, URI.create("http://127.0.0.1:" + port));
        page.listen();
        return page;
    }

    void listen() throws Exception {
        var answer = browser.send(
                request("/live").header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofInputStream());
        status = answer.statusCode();
        stream = answer.body();
        var reading = new Thread(this::read, "page");
        reading.setDaemon(true);
        reading.start();
        if (status == 200) {
            // the first words: from now on it hears everything
            next(10);
        }
    }

    int status() {
        return status;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    events.add(line.substring(7));
                } else if (line.startsWith("retry: ")) {
                    events.add(line);
                }
            }
        } catch (IOException e) {
            // closed by either side
        }
        events.add(END);
    }

    /** The next event; null where none comes in that time. */
    String next(int seconds) throws InterruptedException {
        return events.poll(seconds, TimeUnit.SECONDS);
    }

    int heard() {
        return events.size();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.resolve(path));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
