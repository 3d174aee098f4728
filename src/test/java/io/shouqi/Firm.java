package io.shouqi;

import io.shouqi.identity.Arrival;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.SignedIn;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A company of its own for one test: areas N and S, stores N1, N2 and S1, administrators of the company and of N, a clerk
 * in N1 and in S1. Its people use its pages as the browser would, with the reach of their own sessions.
 */
public final class Firm {

    public static final String PASSWORD = "secret";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    public final String code = "F" + COUNTER.incrementAndGet();
    private final Organisation organisation;
    private final Users users;
    private final MockMvc pages;
    private final Clock clock;

    public Firm(WebApplicationContext application) {
        this.organisation = application.getBean(Organisation.class);
        this.users = application.getBean(Users.class);
        this.clock = application.getBean(Clock.class);
        this.pages = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .build();
        organisation.company(code, "甲公司" + code, "GENERAL");
        organisation.area(code, "NN", "北区" + code);
        organisation.area(code, "SS", "南区" + code);
        store("N1", "NN");
        store("N2", "NN");
        store("S1", "SS");
        hire("admin", code, Role.ADMINISTRATOR);
        hire("north", "NN", Role.ADMINISTRATOR);
        hire("clerk", "N1", Role.CLERK);
        hire("south", "S1", Role.CLERK);
    }

    private void store(String store, String area) {
        organisation.store(new Store(code, store, store + "店" + code, area, "北京", "010-1234567", store + "街"), area);
    }

    public UUID hire(String who, String unit, Role... roles) {
        return organisation.user(code, unit, username(who), who + "的姓名" + code, PASSWORD, Set.of(roles));
    }

    public String username(String who) {
        return code.toLowerCase(java.util.Locale.ROOT) + "." + who;
    }

    public UUID id(String who) {
        return users.byUsername(username(who)).orElseThrow().id();
    }

    public MockHttpServletResponse get(String who, String path, String... parameters) throws Exception {
        return send(who, MockMvcRequestBuilders.get(path), parameters);
    }

    public String page(String who, String path, String... parameters) throws Exception {
        return get(who, path, parameters).getContentAsString();
    }

    public MockHttpServletResponse post(String who, String path, String... parameters) throws Exception {
        return send(who, MockMvcRequestBuilders.post(path), parameters);
    }

    public MockHttpServletResponse upload(String who, String path, byte[] file) throws Exception {
        return send(who, MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", file)));
    }

    private MockHttpServletResponse send(
            String who, AbstractMockHttpServletRequestBuilder<?> request, String... parameters) throws Exception {
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        var person = new SignedIn(id(who), List.of(), new Arrival(clock.instant(), "127.0.0.1", ""), null);
        return pages.perform(request.header("HX-Request", "true")
                        .with(SecurityMockMvcRequestPostProcessors.authentication(
                                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse();
    }
}
