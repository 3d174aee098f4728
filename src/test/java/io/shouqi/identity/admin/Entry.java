package io.shouqi.identity.admin;

import io.shouqi.Firm;
import jakarta.servlet.Filter;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The login page, for people of a {@link Firm}. */
record Entry(MockMvc pages) {

    static Entry of(WebApplicationContext application) {
        return new Entry(MockMvcBuilders.webAppContextSetup(application)
                .addFilters(
                        application.getBean("springSessionRepositoryFilter", Filter.class),
                        application.getBean("springSecurityFilterChain", Filter.class))
                .build());
    }

    /** @return where the login leads to */
    String logIn(String username, String password) throws Exception {
        return pages.perform(MockMvcRequestBuilders.post("/login")
                        .param("username", username)
                        .param("password", password)
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
