package io.shouqi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShouqiTest
class AssetsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Assets assets;

    @Test
    void scripts_and_styles_come_compressed() throws Exception {
        assertThat(encodingOf(assets.path("shell.js"))).isEqualTo("gzip");
        assertThat(encodingOf(assets.path("styles/styles.css"))).isEqualTo("gzip");
    }

    @Test
    void pages_do_not_since_their_length_would_tell_what_they_hold() throws Exception {
        assertThat(encodingOf("/login")).isEqualTo("none");
    }

    private String encodingOf(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("content-encoding").orElse("none");
    }
}
