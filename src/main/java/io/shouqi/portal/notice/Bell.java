package io.shouqi.portal.notice;

import io.shouqi.identity.Actor;
import io.shouqi.notice.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How much the person at the page has not read yet; templates ask for it as {@code bell}. */
@Component
class Bell implements HandlerInterceptor, WebMvcConfigurer {

    private final Notices notices;

    Bell(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("bell", this);
        return true;
    }

    public long unread() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? notices.unread(actor.id()) : 0;
    }
}
