package io.shouqi.shared;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers of the API when it says no: RFC 9457 with a code and the fields, in the caller's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MessageSource messages;

    ProblemAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        var problem = problem(refusal.kind().status(), refusal.code(), refusal.arguments(), locale);
        if (!refusal.fields().isEmpty()) {
            problem.setProperty(
                    "errors",
                    refusal.fields().stream()
                            .map(e -> Map.of(
                                    "field", e.field(),
                                    "code", e.code(),
                                    "message", text(e.code(), e.arguments(), locale)))
                            .toList());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> clashed(ConcurrencyFailureException e, Locale locale) {
        return answer(problem(409, "request.conflict", List.of(), locale));
    }

    /** Leaves refusals of the security layer to the security layer. */
    @ExceptionHandler
    void denied(AccessDeniedException e) {
        throw e;
    }

    @ExceptionHandler
    void unauthenticated(AuthenticationException e) {
        throw e;
    }

    /** Characters that no text has: the firewall answers. */
    @ExceptionHandler
    void rejected(RequestRejectedException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e, Locale locale) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("request failed, reference {}", reference, e);
        return answer(problem(500, "request.failed", List.of(reference), locale));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest()
                .headers(headers)
                .body(problem(400, "request.unreadable", List.of(), LocaleContextHolder.getLocale()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = switch (status.value()) {
            case 404 -> "request.unknown";
            case 405, 406, 415 -> "request.method";
            default -> "request.unreadable";
        };
        return ResponseEntity.status(status)
                .headers(headers)
                .body(problem(status.value(), code, List.of(), LocaleContextHolder.getLocale()));
    }

    private ProblemDetail problem(int status, String code, List<Object> arguments, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), text(code, arguments, locale));
        problem.setType(URI.create("urn:shouqi:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    private String text(String code, List<Object> arguments, Locale locale) {
        return String.valueOf(messages.getMessage(code, arguments.toArray(), code, locale));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
