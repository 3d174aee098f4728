package io.shouqi.identity;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A browser as far as logins go: it keeps its cookie and sends the token of the page it saw. */
final class Visitor {

    private static final String COOKIE = "SESSION";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:content|value)=\"([^\"]+)\"");

    private final MockMvc pages;
    private final String address = "10.0." + UUID.randomUUID();
    private final String browser;
    private Cookie session;

    private Visitor(MockMvc pages, String browser) {
        this.pages = pages;
        this.browser = browser;
    }

    static Visitor of(WebApplicationContext application) {
        return of(application, "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36");
    }

    static Visitor of(WebApplicationContext application, String browser) {
        var pages = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(
                        application.getBean("springSessionRepositoryFilter", Filter.class),
                        application.getBean("springSecurityFilterChain", Filter.class))
                .build();
        return new Visitor(pages, browser);
    }

    /** @return where the login leads to */
    String logIn(String username, String password) throws Exception {
        return post("/login", Map.of("username", username, "password", password))
                .getRedirectedUrl();
    }

    boolean isIn() throws Exception {
        return get("/tasks").getStatus() == 200;
    }

    String page(String path) throws Exception {
        var answer = get(path);
        return answer.getRedirectedUrl() == null ? answer.getContentAsString() : page(answer.getRedirectedUrl());
    }

    MockHttpServletResponse get(String path) throws Exception {
        return send(MockMvcRequestBuilders.get(URI.create(path)));
    }

    /** As an open page asks for news while nobody is there. */
    MockHttpServletResponse poll(String path) throws Exception {
        return send(MockMvcRequestBuilders.get(path).header(LastUse.UNATTENDED, "true"));
    }

    MockHttpServletResponse post(String path, Map<String, String> fields) throws Exception {
        var request = MockMvcRequestBuilders.post(URI.create(path)).param("_csrf", token());
        fields.forEach(request::param);
        return send(request);
    }

    /** The id of the session, as somebody who stole the cookie would have it. */
    String cookie() {
        return session.getValue();
    }

    void steal(Visitor other) {
        session = other.session;
    }

    private String token() throws Exception {
        var found = CSRF.matcher(page("/login"));
        if (!found.find()) {
            throw new AssertionError("no token on the page");
        }
        return found.group(1);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        if (session != null) {
            request.cookie(session);
        }
        var answer = pages.perform(request.accept("text/html")
                        .header("User-Agent", browser)
                        .with(r -> {
                            r.setRemoteAddr(address);
                            return r;
                        }))
                .andReturn()
                .getResponse();
        var given = answer.getCookie(COOKIE);
        if (given != null) {
            session = given.getMaxAge() == 0 ? null : given;
        }
        return answer;
    }
}
