package io.shouqi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to an endpoint of the product only where the endpoint says so. */
@Component
class AccessCheck implements HandlerInterceptor {

    private static final String PRODUCT = "io.shouqi.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && endpoint.getBeanType().getName().startsWith(PRODUCT)
                && !isOpen(endpoint)) {
            check(endpoint, request.getMethod());
        }
        return true;
    }

    private static void check(HandlerMethod endpoint, String method) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var allowed = declared(endpoint);
        if (who == null || !(who.getPrincipal() instanceof Actor actor) || allowed == null) {
            throw new AccessDeniedException("not allowed to anybody");
        }
        if (Arrays.stream(allowed.value()).noneMatch(actor::is)) {
            throw new AccessDeniedException("not allowed to this role");
        }
        if (who instanceof KeyAuthentication) {
            checkScope(endpoint, method, who);
        }
    }

    private static void checkScope(HandlerMethod endpoint, String method, Authentication who) {
        var scope = AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), ApiScope.class);
        var granted = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        if (scope == null || !suffices(granted, scope.value(), method)) {
            throw new AccessDeniedException("not in the scope of this key");
        }
    }

    private static boolean suffices(Set<String> granted, ApiPart part, String method) {
        return granted.contains(part.write()) || (HttpMethod.GET.matches(method) && granted.contains(part.read()));
    }

    private static boolean isOpen(HandlerMethod endpoint) {
        return endpoint.hasMethodAnnotation(OpenDoor.class)
                || (declared(endpoint) == null
                        && AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), OpenDoor.class));
    }

    /** What stands at the method, else at its class; null where neither says anything. */
    static @Nullable AllowedTo declared(HandlerMethod endpoint) {
        var atMethod = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), AllowedTo.class);
        return atMethod != null
                ? atMethod
                : AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), AllowedTo.class);
    }
}
