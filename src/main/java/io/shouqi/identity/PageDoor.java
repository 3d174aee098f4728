package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** How people come in to the pages, and go out again. */
@Component
class PageDoor {

    private final Entrance entrance;
    private final Presence presence;
    private final Users users;
    private final LoginLog log;
    private final RefusalLog refusals;
    private final Clock clock;

    PageDoor(Entrance entrance, Presence presence, Users users, LoginLog log, RefusalLog refusals, Clock clock) {
        this.entrance = entrance;
        this.presence = presence;
        this.users = users;
        this.log = log;
        this.refusals = refusals;
        this.clock = clock;
    }

    void login(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage("/login")
                .authenticationDetailsSource(request -> Arrival.of(request, clock.instant()))
                .successHandler(entrance)
                // the session does not remember why; the page says the same in every case
                .failureHandler(
                        (request, response, why) -> response.sendRedirect(request.getContextPath() + "/login?error"));
    }

    void logout(LogoutConfigurer<HttpSecurity> logout) {
        logout.addLogoutHandler(this::loggedOut).logoutSuccessUrl("/login?out");
    }

    private void loggedOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session) {
        if (session != null && session.getPrincipal() instanceof SignedIn person && person.isIn()) {
            Caller.SYSTEM
                    .call(() -> users.accountOf(person.id()))
                    .ifPresent(account -> log.wentOut(account, request.getRemoteAddr()));
        }
    }

    ActorFilter filter() {
        return new ActorFilter(presence, refusals);
    }
}
