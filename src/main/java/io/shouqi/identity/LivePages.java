package io.shouqi.identity;

import io.shouqi.live.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The news an open page hears: that something changed, for those who would see it. */
@Controller
@AllowedToStaff
class LivePages {

    private final LiveStreams streams;

    LivePages(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping("/live")
    void listen(@AuthenticationPrincipal Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var session = request.getSession(false);
        if (session == null) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        streams.open(new ListeningSeat(session.getId(), actor), request, response);
    }
}
