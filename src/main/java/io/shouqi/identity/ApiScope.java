package io.shouqi.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The part of the API that an endpoint belongs to. A key needs {@code <part>:read} for GET and {@code <part>:write},
 * which includes reading, for everything else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiScope {
    ApiPart value();
}
