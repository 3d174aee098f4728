package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A screen that was left open changes nobody's powers. */
@ShouqiTest
class AskingAgainTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Users users;

    @Autowired
    private TestClock clock;

    private Staff staff;
    private UUID clerk;
    private Visitor admin;

    @BeforeEach
    void an_administrator_has_just_signed_in() throws Exception {
        staff = new Staff(organisation);
        staff.hire("asked.admin", Staff.COMPANY, Role.ADMINISTRATOR);
        clerk = staff.hire("asked.clerk", Staff.STORE, Role.CLERK);
        admin = Visitor.of(application);
        admin.logIn("asked.admin", Staff.PASSWORD);
    }

    @Test
    void right_after_the_login_nobody_is_asked() throws Exception {
        assertThat(lockOut().getStatus()).isEqualTo(302);
        assertThat(users.byUsername("asked.clerk")).isEmpty();
    }

    @Test
    void later_the_password_is_asked_for_and_counts_for_a_while() throws Exception {
        clock.advance(Duration.ofMinutes(16));
        var asked = lockOut();
        assertThat(asked.getStatus()).isEqualTo(403);
        assertThat(asked.getHeader("Ask-Again")).isEqualTo("password");
        assertThat(users.byUsername("asked.clerk")).isPresent();
        assertThat(admin.get("/admin/people").getStatus()).isEqualTo(200);

        assertThat(prove("wrong").getStatus()).isEqualTo(422);
        assertThat(lockOut().getStatus()).isEqualTo(403);

        assertThat(prove(Staff.PASSWORD).getStatus()).isEqualTo(204);
        assertThat(lockOut().getStatus()).isEqualTo(302);

        clock.advance(Duration.ofMinutes(16));
        assertThat(admin.post("/admin/people/" + clerk + "/reactivate", Map.of())
                        .getStatus())
                .isEqualTo(403);
    }

    private MockHttpServletResponse lockOut() throws Exception {
        return admin.post("/admin/people/" + clerk + "/deactivate", Map.of());
    }

    private MockHttpServletResponse prove(String password) throws Exception {
        return admin.post("/account/proof", Map.of("current", password));
    }
}
