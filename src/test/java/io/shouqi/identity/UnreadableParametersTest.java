package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A percent sign that nothing follows, as people type it into the address line. */
@ShouqiTest
@ExtendWith(OutputCaptureExtension.class)
class UnreadableParametersTest {

    @LocalServerPort
    private int port;

    @Test
    void a_page_says_that_the_request_makes_no_sense_and_the_log_keeps_nothing_of_it(CapturedOutput log)
            throws IOException {
        var answer = ask("GET /login?q=13800138000%", "text/html", "");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("<html", "Content-Security-Policy");
        assertThat(log.getAll()).doesNotContain("13800138000", "InvalidParameter");
    }

    @Test
    void a_form_says_so_too(CapturedOutput log) throws IOException {
        var answer = ask("POST /login", "text/html", "username=13800138000%&password=%");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("<html");
        assertThat(log.getAll()).doesNotContain("13800138000", "InvalidParameter");
    }

    @Test
    void a_program_gets_a_problem_it_can_read(CapturedOutput log) throws IOException {
        var answer = ask("GET /api/v1/receivables?contractNo=HT-13800138000%", "application/json", "");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "request.unreadable");
        assertThat(log.getAll()).doesNotContain("13800138000", "InvalidParameter");
    }

    /** Clients of the library refuse to send such a thing. */
    private String ask(String line, String accept, String form) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = line + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                    + form;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
