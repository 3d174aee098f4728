package io.shouqi.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A line that breaks within an answer. */
final class Cut {

    private Cut() {}

    /** Promises more than it sends; the server then drops the connection, as a broken line would. */
    static void within(HttpServletResponse response, byte[] answer) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Connection", "close");
        response.setContentLength(answer.length + 64);
        response.getOutputStream().write(answer, 0, answer.length / 2);
        response.flushBuffer();
    }
}
