package io.shouqi.identity;

import static io.shouqi.identity.Role.AGENT;
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

/** Who may look at contracts and their money: everybody but those who keep rules and accounts. */
@AllowedTo({CLERK, CASHIER, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, AUDITOR})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedToReaders {}
