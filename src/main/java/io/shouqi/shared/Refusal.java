package io.shouqi.shared;

import java.util.List;

/**
 * The product says no, and why, in the user's language: {@code code} is a key of the message bundles. Nothing was
 * saved.
 */
public class Refusal extends RuntimeException {

    /** What the caller can do about it; decides the HTTP status. */
    public enum Kind {
        /** 400: the address itself cannot be understood; nobody typed it. */
        MALFORMED(400),
        /** 422: the request is understood but its content is not acceptable. */
        INVALID(422),
        /** 404: there is no such thing, or the caller may not know of it. */
        UNKNOWN(404),
        /** 409: it clashes with what is already there or with somebody who was faster. */
        CONFLICT(409),
        /** 403: the caller may see it but not do this. */
        FORBIDDEN(403),
        /** 503: try again later. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> fields;

    private Refusal(Kind kind, String code, List<Object> arguments, List<FieldError> fields) {
        super(code + " " + arguments + (fields.isEmpty() ? "" : " " + fields));
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.fields = fields;
    }

    public static Refusal invalid(List<FieldError> fields) {
        return new Refusal(Kind.INVALID, "request.invalid", List.of(), List.copyOf(fields));
    }

    public static Refusal invalid(String field, String code, Object... arguments) {
        return invalid(List.of(FieldError.of(field, code, arguments)));
    }

    /** A parameter that pages and answers write themselves, such as a cursor. */
    public static Refusal malformed(String parameter, String code, Object... arguments) {
        var wrong = List.of(FieldError.of(parameter, code, arguments));
        return new Refusal(Kind.MALFORMED, "request.parameter", List.of(parameter), wrong);
    }

    public static Refusal unknown(String code, Object... arguments) {
        return new Refusal(Kind.UNKNOWN, code, List.of(arguments), List.of());
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, List.of(arguments), List.of());
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, code, List.of(arguments), List.of());
    }

    public static Refusal unavailable(String code, Object... arguments) {
        return new Refusal(Kind.UNAVAILABLE, code, List.of(arguments), List.of());
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> fields() {
        return fields;
    }
}
