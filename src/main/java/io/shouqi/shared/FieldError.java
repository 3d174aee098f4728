package io.shouqi.shared;

import java.util.List;

/**
 * One field of a request that cannot be accepted.
 *
 * @param field path as the caller wrote it, such as {@code parties[0].phone}
 * @param code key of the message in the bundles, such as {@code field.phone}
 * @param arguments what the message names
 */
public record FieldError(String field, String code, List<Object> arguments) {

    public static FieldError of(String field, String code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
