package io.shouqi.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.shouqi.identity.Actor;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A member of staff at the pages, in one session. */
public final class StaffBrowser {

    private final MockMvc pages;
    private final Actor actor;
    private final MockHttpSession session = new MockHttpSession();

    public StaffBrowser(WebApplicationContext context, Actor actor) {
        this.pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.actor = actor;
    }

    public MockHttpServletResponse open(String path) throws Exception {
        return answer(get(path));
    }

    /** As htmx sends a form. */
    public MockHttpServletResponse send(String path, Map<String, String> fields) throws Exception {
        var request = post(path).header("HX-Request", "true");
        fields.forEach(request::param);
        return answer(request.with(csrf()));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        var roles = actor.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return pages.perform(request.session(session)
                        .with(authentication(new UsernamePasswordAuthenticationToken(
                                actor, null, AuthorityUtils.createAuthorityList(roles)))))
                .andReturn()
                .getResponse();
    }
}
