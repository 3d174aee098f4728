package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class LeavesTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private TestClock clock;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Users users;

    @Autowired
    private Leaves leaves;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private Deputies deputies;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private Staff staff;

    @BeforeEach
    void people() {
        rows.sql("delete from user_leave").update();
        staff = new Staff(organisation);
        staff.hire("lv.manager", Staff.STORE, Role.STORE_MANAGER);
        staff.hire("lv.clerk", Staff.STORE, Role.CLERK);
        staff.hire("lv.deputy", Staff.OTHER_STORE, Role.AGENT);
        staff.hire("lv.area", Staff.AREA, Role.AREA_MANAGER);
        staff.hire("lv.admin", Staff.STORE, Role.ADMINISTRATOR);
        staff.hire("lv.agent", Staff.STORE, Role.AGENT);
        staff.hire("lv.auditor", Staff.STORE, Role.AUDITOR);
        staff.hire("lv.director", Staff.COMPANY, Role.DIRECTOR);
        staff.hire("lv.head", Staff.COMPANY, Role.ADMINISTRATOR);
        staff.hireElsewhere("lv.stranger");
        day(MONDAY);
    }

    @Test
    void on_the_days_of_the_leave_and_on_no_others_the_deputy_may_stand_in() {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY.plusDays(1), MONDAY.plusDays(2));
        var deputy = person("lv.deputy");

        assertThat(inPlace(deputy)).as("the day before").isFalse();
        clock.set(BusinessTime.startOf(MONDAY.plusDays(1)));
        assertThat(inPlace(deputy)).as("from midnight in Shanghai").isTrue();
        clock.set(BusinessTime.startOf(MONDAY.plusDays(3)).minusSeconds(1));
        assertThat(inPlace(deputy)).as("to the last second").isTrue();
        clock.set(BusinessTime.startOf(MONDAY.plusDays(3)));
        assertThat(inPlace(deputy)).as("the day after").isFalse();
    }

    @Test
    void the_deputy_works_with_the_absent_ones_roles_and_stores_under_the_own_name() {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY, MONDAY);
        var deputy = person("lv.deputy");

        var acting = deputies.inPlaceOf(person("lv.manager").id(), deputy).orElseThrow();

        assertThat(acting.name()).isEqualTo(deputy.name());
        assertThat(acting.roles()).containsExactly(Role.STORE_MANAGER);
        assertThat(acting.stores()).containsExactly(Staff.STORE);
        assertThat(acting.sharesEyesWith(person("lv.manager").id())).isTrue();
        assertThat(acting.sharesEyesWith(deputy.id())).isTrue();
    }

    @Test
    void a_deputy_of_a_deputy_gets_nothing_of_the_first() {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY, MONDAY);
        enter("lv.deputy", "lv.deputy", "lv.clerk", MONDAY, MONDAY);
        var clerk = person("lv.clerk");

        assertThat(deputies.absentFor(clerk.id()))
                .extracting(Actor.Absent::id)
                .containsExactly(person("lv.deputy").id());
        assertThat(deputies.inPlaceOf(person("lv.manager").id(), clerk)).isEmpty();
        var acting = deputies.inPlaceOf(person("lv.deputy").id(), clerk).orElseThrow();
        assertThat(deputies.inPlaceOf(person("lv.manager").id(), acting)).isEmpty();
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> leaves.enter(acting, request("lv.clerk", "lv.area", MONDAY, MONDAY)))
                        .kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void wrong_days_and_deputies_are_refused_beside_their_fields() {
        assertThat(refused("lv.manager", request("lv.manager", "lv.deputy", MONDAY.minusDays(1), MONDAY)))
                .containsExactly("from leave.past");
        assertThat(refused("lv.manager", request("lv.manager", "lv.deputy", MONDAY.plusDays(2), MONDAY)))
                .containsExactly("to leave.backwards");
        assertThat(refused("lv.manager", request("lv.manager", "lv.deputy", MONDAY, MONDAY.plusDays(400))))
                .containsExactly("to leave.long");
        assertThat(refused("lv.manager", request("lv.manager", "lv.manager", MONDAY, MONDAY)))
                .containsExactly("deputy leave.self");
        assertThat(refused("lv.manager", request("lv.manager", "lv.stranger", MONDAY, MONDAY)))
                .containsExactly("deputy leave.unknown");
        assertThat(refused("lv.manager", new Leaves.Request("lv.manager", null, "2031-02-30", " ")))
                .containsExactly("from field.date", "to field.required", "deputy field.required");
        rows.sql("update app_user set active = false where username = 'lv.deputy'")
                .update();
        assertThat(refused("lv.manager", request("lv.manager", "lv.deputy", MONDAY, MONDAY)))
                .containsExactly("deputy leave.unknown");
        rows.sql("update app_user set active = true where username = 'lv.deputy'")
                .update();
    }

    @Test
    void colleagues_of_other_stores_are_not_listed_to_choose_from() {
        assertThat(colleagues.of(person("lv.clerk")))
                .extracting(Colleagues.Person::username)
                .contains("lv.manager", "lv.area")
                .doesNotContain("lv.deputy", "lv.stranger", "lv.clerk");
        assertThat(colleagues.of(person("lv.area")))
                .extracting(Colleagues.Person::username)
                .contains("lv.manager", "lv.deputy");
    }

    @Test
    void leaves_do_not_overlap_and_an_absent_colleague_is_no_deputy() {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY.plusDays(2), MONDAY.plusDays(4));

        assertThat(refused("lv.manager", request("lv.manager", "lv.clerk", MONDAY.plusDays(4), MONDAY.plusDays(9))))
                .containsExactly("from leave.overlap");
        assertThat(refused("lv.clerk", request("lv.clerk", "lv.manager", MONDAY, MONDAY.plusDays(2))))
                .containsExactly("deputy leave.deputy.away");
        enter("lv.manager", "lv.manager", "lv.clerk", MONDAY.plusDays(5), MONDAY.plusDays(9));
        enter("lv.clerk", "lv.clerk", "lv.manager", MONDAY, MONDAY.plusDays(1));
    }

    @Test
    void managers_and_administrators_enter_leave_for_people_at_or_below_their_unit() {
        enter("lv.manager", "lv.clerk", "lv.agent", MONDAY, MONDAY);
        enter("lv.area", "lv.manager", "lv.deputy", MONDAY, MONDAY);
        enter("lv.head", "lv.director", "lv.deputy", MONDAY, MONDAY);
        var others = MONDAY.plusDays(1);
        enter("lv.admin", "lv.manager", "lv.clerk", others, others);

        assertThat(refused("lv.clerk", request("lv.manager", "lv.agent", others, others)))
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.manager", request("lv.area", "lv.clerk", others, others)))
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.manager", request("lv.deputy", "lv.clerk", others, others)))
                .as("another store")
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.admin", request("lv.director", "lv.clerk", others, others)))
                .as("an administrator of a store has nothing of the director's to give")
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.admin", request("lv.area", "lv.clerk", others, others)))
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.area", request("lv.admin", "lv.deputy", others, others)))
                .as("rights of administrators are not a manager's to hand on")
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.manager", request("lv.auditor", "lv.clerk", others, others)))
                .as("nor are those of who controls the manager")
                .containsExactly("username leave.notYours");
        assertThat(refused("lv.admin", request("lv.clerk", "lv.admin", others, others)))
                .as("nobody helps himself to the rights of another")
                .containsExactly("deputy leave.deputy.you");
    }

    @Test
    void for_somebody_else_the_deputy_is_one_of_ones_people_or_somebody_above_the_absent_one() {
        assertThat(refused("lv.manager", request("lv.clerk", "lv.deputy", MONDAY, MONDAY)))
                .as("of another store")
                .containsExactly("deputy leave.deputy.far");
        enter("lv.manager", "lv.clerk", "lv.area", MONDAY, MONDAY);
        enter("lv.area", "lv.agent", "lv.deputy", MONDAY, MONDAY);
        enter("lv.clerk", "lv.clerk", "lv.deputy", MONDAY.plusDays(1), MONDAY.plusDays(1));
    }

    @Test
    void everybody_sees_and_revokes_only_the_leaves_that_are_theirs_to_enter() {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY, MONDAY.plusDays(3));
        var leave = leaves.managedBy(person("lv.manager")).get(0);

        assertThat(leave.current()).isTrue();
        assertThat(leaves.managedBy(person("lv.clerk"))).isEmpty();
        assertThat(leaves.managedBy(person("lv.area"))).hasSize(1);
        assertThat(catchThrowableOfType(Refusal.class, () -> leaves.revoke(person("lv.deputy"), leave.id()))
                        .kind())
                .isEqualTo(Refusal.Kind.UNKNOWN);
        leaves.revoke(person("lv.area"), leave.id());

        assertThat(leaves.managedBy(person("lv.manager"))).isEmpty();
        enter("lv.manager", "lv.manager", "lv.clerk", MONDAY, MONDAY);
    }

    @Test
    void who_enters_leave_at_the_page_finds_it_there_and_takes_it_back() throws Exception {
        var visitor = in("lv.manager");
        var days = Map.of("deputy", "lv.deputy", "from", MONDAY.toString(), "to", MONDAY.toString());

        assertThat(visitor.post("/account/leaves", days).getRedirectedUrl()).isEqualTo("/account");

        assertThat(visitor.page("/account")).contains("由 lv.deputy 姓名 代理");
        var leave = leaves.managedBy(person("lv.manager")).get(0).id();
        visitor.post("/account/leaves/" + leave + "/revoke", Map.of());
        assertThat(visitor.page("/account")).doesNotContain("由 lv.deputy 姓名 代理");
    }

    @Test
    void a_deputy_switches_works_and_switches_back() throws Exception {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY, MONDAY);
        var visitor = in("lv.deputy");
        assertThat(visitor.page("/account")).contains("代 lv.manager 姓名 办理").doesNotContain("正在代 lv.manager");

        act(visitor);

        assertThat(visitor.page("/account")).contains("正在代 lv.manager 姓名 办理", "回到自己");
        assertThat(visitor.post("/account/leaves", Map.of("deputy", "lv.clerk")).getStatus())
                .isEqualTo(403);
        visitor.post("/account/deputy/end", Map.of());
        assertThat(visitor.page("/account")).doesNotContain("正在代 lv.manager");
        assertThat(rows.sql("select action from audit_event where subject = 'lv.deputy' and action like 'deputy.%'"
                                + " order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("deputy.ended", "deputy.began");
    }

    @Test
    void after_the_last_day_or_a_revocation_the_switch_is_gone_at_the_next_request() throws Exception {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY, MONDAY);
        clock.set(BusinessTime.startOf(MONDAY.plusDays(1)).minus(Duration.ofHours(1)));
        var visitor = in("lv.deputy");
        act(visitor);
        assertThat(visitor.page("/account")).contains("正在代 lv.manager");

        clock.set(BusinessTime.startOf(MONDAY.plusDays(1)));

        assertThat(visitor.page("/account")).doesNotContain("正在代 lv.manager");
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(visitor.page("/account"))
                .as("a new leave is begun on purpose")
                .contains("代 lv.manager 姓名 办理")
                .doesNotContain("正在代 lv.manager");
        act(visitor);
        leaves.revoke(
                person("lv.manager"),
                leaves.managedBy(person("lv.manager")).get(0).id());

        assertThat(visitor.page("/account")).doesNotContain("正在代 lv.manager");
        assertThat(visitor.post("/account/deputy/" + person("lv.manager").id(), Map.of())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nobody_switches_to_somebody_who_did_not_name_them() throws Exception {
        enter("lv.manager", "lv.manager", "lv.deputy", MONDAY, MONDAY);
        var visitor = in("lv.clerk");

        assertThat(visitor.post("/account/deputy/" + person("lv.manager").id(), Map.of())
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.post("/account/deputy/" + UUID.randomUUID(), Map.of())
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.post("/account/deputy/nonsense", Map.of()).getStatus())
                .isEqualTo(400);
    }

    private void act(Visitor visitor) throws Exception {
        assertThat(visitor.post("/account/deputy/" + person("lv.manager").id(), Map.of())
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    private Visitor in(String username) throws Exception {
        var visitor = Visitor.of(application);
        assertThat(visitor.logIn(username, Staff.PASSWORD)).isEqualTo("/");
        return visitor;
    }

    private boolean inPlace(Actor deputy) {
        return deputies.inPlaceOf(person("lv.manager").id(), deputy).isPresent();
    }

    private void enter(String by, String absent, String deputy, LocalDate from, LocalDate to) {
        leaves.enter(person(by), request(absent, deputy, from, to));
    }

    private List<String> refused(String by, Leaves.Request request) {
        return catchThrowableOfType(Refusal.class, () -> leaves.enter(person(by), request)).fields().stream()
                .map((FieldError error) -> error.field() + " " + error.code())
                .toList();
    }

    private static Leaves.Request request(String absent, String deputy, LocalDate from, LocalDate to) {
        return new Leaves.Request(absent, deputy, from.toString(), to.toString());
    }

    private Actor person(String username) {
        return users.byUsername(username).orElseThrow();
    }

    private void day(LocalDate day) {
        clock.set(BusinessTime.startOf(day).plus(Duration.ofHours(9)));
    }
}
