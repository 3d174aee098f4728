package io.shouqi.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint: anybody with one of these roles. What stands at a method replaces what stands at its class;
 * an endpoint where neither says anything is closed to everybody ({@link AccessCheck}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AllowedTo {
    Role[] value();
}
