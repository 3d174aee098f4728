package io.shouqi.portal.signing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Leads whoever holds the device back to the page to sign, whatever address is tried. */
@Component
class HandoverGuard implements HandlerInterceptor {

    /** What the page itself needs, and customers' own pages, which show nothing that their link does not. */
    private static final List<String> OPEN = List.of("/assets/", "/c/", "/error", "/login");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        var handover = Handover.of(request);
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (handover.isEmpty() || isOpen(path, handover.get())) {
            return true;
        }
        response.sendRedirect(request.getContextPath() + handover.get().page());
        return false;
    }

    private static boolean isOpen(String path, Handover handover) {
        return path.equals(handover.page())
                || path.equals(handover.page() + "/end")
                || OPEN.stream().anyMatch(path::startsWith);
    }
}
