package io.shouqi.portal;

import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** What every template may ask for as {@code frame}, whichever controller or error led there. */
@Component
class PageFrame implements HandlerInterceptor {

    private final Assets assets;
    private final boolean practice;
    private final boolean demo;

    /** @param practice whether people only practise here, with money that is not real */
    PageFrame(Assets assets, @Value("${shouqi.practice:false}") boolean practice, Environment environment) {
        this.assets = assets;
        this.practice = practice;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // an attribute of the request, since templates may not name beans where they write addresses
        request.setAttribute("frame", this);
        return true;
    }

    public String asset(String source) {
        return request().getContextPath() + assets.path(source);
    }

    /** Whether a banner says that nothing here is real. */
    public boolean practice() {
        return practice || demo;
    }

    public boolean demo() {
        return demo;
    }

    /** The page's language as HTML names it. */
    public String language() {
        return isEnglish() ? "en" : "zh-CN";
    }

    public boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** The same page in the other language. */
    public String otherLanguage() {
        return UriComponentsBuilder.newInstance()
                .query(request().getQueryString())
                .replaceQueryParam("lang", isEnglish() ? "zh" : "en")
                .build()
                .toUriString();
    }

    /** Whether the page belongs to that part of the navigation. */
    public boolean in(String part) {
        var path =
                request().getRequestURI().substring(request().getContextPath().length());
        return path.equals(part) || path.startsWith(part + "/");
    }

    /** Where days begin and clocks are read. */
    public ZoneId zone() {
        return BusinessTime.ZONE;
    }

    /** ¥1,234.50, the same in both languages. */
    public String yuan(Money amount) {
        return Yuan.text(amount);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
