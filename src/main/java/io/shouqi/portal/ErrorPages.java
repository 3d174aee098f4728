package io.shouqi.portal;

import io.shouqi.identity.OpenDoor;
import io.shouqi.identity.StaleForms;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last resort: whatever no controller answered. Says what happened without showing what is inside. */
@Controller
@RequestMapping("/error")
@OpenDoor("nothing: it says no more than that something failed")
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final PageProblems problems;

    ErrorPages(PageProblems problems) {
        this.problems = problems;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, Locale locale) {
        return answer(request, locale, false);
    }

    /** Scripts of our pages take anything, and mean a fragment. */
    @RequestMapping(headers = "HX-Request")
    ModelAndView fragment(HttpServletRequest request, Locale locale) {
        return answer(request, locale, true);
    }

    private ModelAndView answer(HttpServletRequest request, Locale locale, boolean fragment) {
        var status = status(request);
        var text = status == 404 ? problems.text("error.address", List.of(), locale) : said(status, request, locale);
        return problems.answer(status, text, List.of(), locale, fragment);
    }

    /** Who refused may have said why. */
    private String said(int status, HttpServletRequest request, Locale locale) {
        return request.getAttribute(StaleForms.SAYS) instanceof String code
                ? problems.text(code, List.of(), locale)
                : text(status, request, locale);
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale locale) {
        var status = status(request);
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), text(status, request, locale));
        problem.setType(URI.create("urn:shouqi:problem:" + code(status)));
        problem.setProperty("code", code(status));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String text(int status, HttpServletRequest request, Locale locale) {
        if (status < 500) {
            return problems.text(code(status), List.of(), locale);
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        log.error(
                "{} failed, reference {}, see above",
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                reference);
        return problems.text(code(status), List.of(reference), locale);
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "request.unauthenticated";
            case 403 -> "request.forbidden";
            case 404 -> "request.unknown";
            case 429 -> "request.tooMany";
            case 405, 406, 415 -> "request.method";
            case 413 -> "request.tooLarge";
            default -> status < 500 ? "request.unreadable" : "request.failed";
        };
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
