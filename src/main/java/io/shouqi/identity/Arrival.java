package io.shouqi.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/**
 * How somebody came in.
 *
 * @param browser in words such as "Chrome · Windows"; empty where nothing is known
 */
public record Arrival(Instant at, String address, String browser) implements Serializable {

    static Arrival of(HttpServletRequest request, Instant now) {
        return new Arrival(now, request.getRemoteAddr(), BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }
}
