package io.shouqi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load: what we serve ourselves, and nothing that is written into the page. The one exception is where
 * processes are drawn: the modeler's libraries write styles into attributes. A policy that a page sets for itself stays.
 */
final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";

    private static final String EVERYWHERE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String WHERE_ONE_DRAWS = EVERYWHERE + "; style-src-attr 'unsafe-inline'";

    private static final Pattern DRAWING = Pattern.compile("/processes/[^/]+/drafts/[^/]+");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            response.setHeader(HEADER, DRAWING.matcher(path).matches() ? WHERE_ONE_DRAWS : EVERYWHERE);
        }
    }
}
