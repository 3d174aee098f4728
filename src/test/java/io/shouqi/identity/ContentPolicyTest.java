package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContentPolicyTest {

    private static final String EXCEPTION = "style-src-attr 'unsafe-inline'";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/processes", "/processes/x", "/processes/x/rehearsal", "/processes/x/drafts/1/plan"})
    void a_page_allows_no_style_that_is_written_into_it(String path) {
        assertThat(policy(path)).contains("style-src 'self';").doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/processes/collect-receivable/drafts/0190-1"})
    void where_one_draws_attributes_may_style_and_scripts_still_come_from_us_alone(String path) {
        assertThat(policy(path)).endsWith(EXCEPTION).contains("script-src 'self';");
    }

    private static String policy(String path) {
        var request = new MockHttpServletRequest("GET", path);
        var response = new MockHttpServletResponse();
        new ContentPolicy().writeHeaders(request, response);
        return String.valueOf(response.getHeader("Content-Security-Policy"));
    }
}
