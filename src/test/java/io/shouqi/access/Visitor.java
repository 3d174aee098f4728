package io.shouqi.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser and an API key, or neither. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:content|value)=\"([^\"]+)\"");
    private static final Pattern SECRETS = Pattern.compile("(value|content)=\"[\\w-]{40,}\"");
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;
    private final @Nullable String key;
    private @Nullable String csrf;

    private Visitor(int port, String key, boolean known) {
        this.port = port;
        this.key = known ? key : null;
    }

    /** Signs in, and has the key named after the user. */
    Visitor(int port, String username) {
        this(port, username + "-key", true);
        csrf = csrfOf(send(request("/login").GET()).body());
        var form = "username=" + username + "&password=secret&_csrf=" + csrf;
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body(form)));
        csrf = csrfOf(send(request("/tasks").GET()).body());
    }

    static Visitor stranger(int port) {
        return new Visitor(port, "", false);
    }

    /**
     * What came back, without what differs each time.
     *
     * @param body with the thing that was asked for replaced
     */
    record Answer(int status, String body) {}

    Answer get(String path) {
        var request = request(path);
        if (path.startsWith("/api/") && key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return stripped(send(request.GET()), "");
    }

    /** Sends a form. */
    Answer post(String path, String form) {
        return postWithToken(path, form, String.valueOf(csrf));
    }

    Answer postWithToken(String path, String form, String csrf) {
        return stripped(
                send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(body(form + "&_csrf=" + csrf))),
                "");
    }

    Answer call(Endpoint endpoint, String thing) {
        var request = request(endpoint.at(thing));
        if (endpoint.isApi()) {
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            request.header("Content-Type", "application/json").method(endpoint.method(), body("{}"));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(endpoint.method(), body(csrf == null ? "" : "_csrf=" + csrf));
        }
        return stripped(send(request), thing);
    }

    private static Answer stripped(Answer answer, String thing) {
        var body = thing.isEmpty() ? answer.body() : answer.body().replace(thing, "IT");
        return new Answer(
                answer.status(),
                REFERENCE.matcher(SECRETS.matcher(body).replaceAll("SECRET")).replaceAll("UUID"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, */*");
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = browser.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new Answer(response.statusCode(), isEndless(response) ? "" : text(body));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEndless(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String csrfOf(String page) {
        var found = CSRF.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("a page without a form token");
        }
        return found.group(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
