package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** What the menu of the person at the page shows; templates ask for it as {@code menu}. */
@Component
class UserMenu implements HandlerInterceptor {

    private final Deputies deputies;

    UserMenu(Deputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("menu", this);
        return true;
    }

    /** Whose work the person may do today, unless that is what is being done. */
    public List<Actor.Absent> absent() {
        var actor = actor();
        return actor == null || actor.actingFor() != null
                ? List.of()
                : Caller.SYSTEM.call(() -> deputies.absentFor(actor.id()));
    }

    /** Whose work is being done; null for one's own. */
    public Actor.@Nullable Absent actingFor() {
        var actor = actor();
        return actor == null ? null : actor.actingFor();
    }

    private static @Nullable Actor actor() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? actor : null;
    }
}
