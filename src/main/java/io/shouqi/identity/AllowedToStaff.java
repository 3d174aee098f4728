package io.shouqi.identity;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AGENT;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Everybody who works here, whatever the role. */
@AllowedTo({CLERK, CASHIER, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedToStaff {}
