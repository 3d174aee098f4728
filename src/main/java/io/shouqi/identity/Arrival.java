package io.shouqi.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/**
 * How somebody came in.
 *
 * @param browser in words such as "Chrome · Windows"; empty where nothing is known
 * @param proof what has been shown so far
 */
public record Arrival(Instant at, String address, String browser, LoginProof proof) implements Serializable {

    /** With the password, before anything else was asked for. */
    public Arrival(Instant at, String address, String browser) {
        this(at, address, browser, LoginProof.PASSWORD);
    }

    static Arrival of(HttpServletRequest request, Instant now) {
        return new Arrival(now, request.getRemoteAddr(), BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    Arrival by(LoginProof proof) {
        return new Arrival(at, address, browser, proof);
    }
}
