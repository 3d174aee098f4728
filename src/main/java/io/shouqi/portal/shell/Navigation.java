package io.shouqi.portal.shell;

import io.shouqi.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the person at the page can go, and where the page stands; templates ask for it as {@code nav}. */
@Component
public class Navigation implements HandlerInterceptor, WebMvcConfigurer {

    /** A thumb reaches four entries and "more". */
    private static final int ON_PHONE = 4;

    private final MessageSource messages;
    private final Tours tours;

    Navigation(MessageSource messages, Tours tours) {
        this.messages = messages;
        this.tours = tours;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("nav", this);
        return true;
    }

    /** Who is at the page, as far as the browser needs to tell people apart. */
    public String person() {
        return actor().map(actor -> actor.id().toString()).orElse("");
    }

    /** Whether the tour begins by itself. */
    public boolean tourIsDue() {
        return actor().map(tours::isDue).orElse(false);
    }

    public List<NavLink> links() {
        var entries = entries();
        var here = here(entries);
        var links = new ArrayList<NavLink>();
        for (var entry : entries) {
            links.add(new NavLink(
                    entry.path(),
                    entry.text(),
                    entry.icon(),
                    entry.letter(),
                    entry.part().name(),
                    links.size() < ON_PHONE || entries.size() == ON_PHONE + 1,
                    entry.equals(here.orElse(null))));
        }
        return links;
    }

    /** The pages above this one. A page that is called like the one above it, such as an open task, is not below it. */
    public List<Crumb> trail(String title) {
        var path = path();
        return Section.above(path)
                .filter(section -> actor().map(section::isFor).orElse(false))
                .map(section -> new Crumb(section.path(), text(section.text())))
                .filter(crumb -> !crumb.text().equals(title))
                .toList();
    }

    public List<Shortcut> shortcuts() {
        return Shortcut.ALL;
    }

    /** Pages whose name holds those words, such as a search finds them. */
    public List<Crumb> named(String words) {
        return entries().stream()
                .map(entry -> new Crumb(entry.path(), text(entry.text())))
                .filter(crumb -> crumb.text().toLowerCase(locale()).contains(words.toLowerCase(locale())))
                .toList();
    }

    private List<Entry> entries() {
        return actor().map(actor ->
                        Entry.ALL.stream().filter(entry -> entry.isFor(actor)).toList())
                .orElse(List.of());
    }

    /** The entry nearest to the page: merchant accounts lie below the administration. */
    private static Optional<Entry> here(List<Entry> entries) {
        var path = path();
        return entries.stream()
                .filter(entry -> Section.isAt(path, entry.path()))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
    }

    private String text(String code) {
        return messages.getMessage(code, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static Optional<Actor> actor() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }

    private static String path() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
