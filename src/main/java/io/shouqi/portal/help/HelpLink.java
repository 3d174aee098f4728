package io.shouqi.portal.help;

import io.shouqi.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads from a page to where the manual explains it: the attribute {@code helpPath}. */
@Component
class HelpLink implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** The manual's pictures change with the product and carry no hash in their names. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Manual.PATH + "/images/**")
                .addResourceLocations("classpath:/manual/images/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Actor actor) {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            request.setAttribute("helpPath", HelpPlace.of(path, actor).address());
        }
        return true;
    }
}
