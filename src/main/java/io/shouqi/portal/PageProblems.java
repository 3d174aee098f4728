package io.shouqi.portal;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages that say no: a readable page for a browser, a fragment with the fields for htmx, which the shell shows beside
 * them.
 */
@ControllerAdvice(annotations = Controller.class)
@Component
class PageProblems {

    private static final String HTMX = "HX-Request";

    private final MessageSource messages;

    PageProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, Locale locale, HttpServletRequest request) {
        var text = text(refusal.code(), refusal.arguments(), locale);
        var fields = refusal.fields().stream().map(e -> field(e, locale)).toList();
        return answer(refusal.kind().status(), text, fields, locale, isFragment(request));
    }

    @ExceptionHandler
    ModelAndView clashed(ConcurrencyFailureException e, Locale locale, HttpServletRequest request) {
        return answer(409, text("request.conflict", List.of(), locale), List.of(), locale, isFragment(request));
    }

    /** Handlers of exceptions get no {@code @RequestHeader}. */
    private static boolean isFragment(HttpServletRequest request) {
        return Boolean.parseBoolean(request.getHeader(HTMX));
    }

    ModelAndView answer(int status, String text, List<Field> fields, Locale locale, boolean fragment) {
        var page = new ModelAndView(fragment ? "error/problem :: problem" : "error/page");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("heading", heading(status, locale));
        page.addObject("text", text);
        page.addObject("fields", fields);
        return page;
    }

    private String heading(int status, Locale locale) {
        var other = messages.getMessage("error.title.other", null, locale);
        return String.valueOf(messages.getMessage("error.title." + status, null, other, locale));
    }

    private Field field(FieldError error, Locale locale) {
        return new Field(error.field(), text(error.code(), error.arguments(), locale));
    }

    String text(String code, List<Object> arguments, Locale locale) {
        return String.valueOf(messages.getMessage(code, arguments.toArray(), code, locale));
    }

    /** @param name as in the form that was sent */
    record Field(String name, String text) {}
}
