package io.shouqi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.audit.AuditAction;
import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.audit.Sealer;
import io.shouqi.contract.SigningDesk;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.BusinessTime;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class AuditPagesTest {

    private static final Pattern NEXT = Pattern.compile("hx-get=\"(/audit[^\"]*cursor=[^\"]*)\"");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Shop shop;

    @Autowired
    SigningDesk signing;

    @Autowired
    AuditTrail trail;

    @Autowired
    Sealer sealer;

    @Autowired
    MessageSource messages;

    @Autowired
    @EveryRow
    JdbcClient rows;

    private MockMvc pages;

    @BeforeEach
    void open() {
        shop.open();
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void auditors_and_administrators_read_the_log_and_nobody_else(Role role) throws Exception {
        var expected = role == Role.AUDITOR || role == Role.ADMINISTRATOR ? 200 : 403;
        var somebody = at(Shop.COMPANY, role);

        assertThat(answer(somebody, get("/audit")).getStatus()).isEqualTo(expected);
        assertThat(answer(somebody, get("/audit/verify")).getStatus()).isEqualTo(expected);
        assertThat(answer(somebody, get("/audit/export.xlsx")).getStatus()).isEqualTo(expected);
        assertThat(answer(somebody, get("/audit/events/999999999999")).getStatus())
                .isEqualTo(expected == 200 ? 404 : 403);
    }

    @Test
    void an_event_reads_as_a_sentence_with_what_changed() throws Exception {
        var contract = cancelled();

        var page = body(auditor(), get("/audit").param("subject", contract));

        assertThat(text(page))
                .contains("t-manager 修改 合同 " + contract, "状态 待客户确认 → 已撤销", "撤销原因 — → 客户改主意", "页面 10.9.8.7");
        assertThat(text(body(auditor(), get("/audit").param("subject", contract).param("lang", "en"))))
                .contains("t-manager changed contract " + contract, "status", "Cancelled");
    }

    @Test
    void what_matters_of_a_new_row_is_in_the_list() throws Exception {
        var person = shop.clerk();
        rows.sql("""
                        insert into user_leave(id, user_id, deputy_id, deputy_name, from_day, to_day, made_by, made_at)
                        values (gen_random_uuid(), :clerk, :manager, '王店长', '2019-05-01', '2019-05-03', :clerk, now())
                        """)
                .param("clerk", person.id())
                .param("manager", shop.manager().id())
                .update();
        rows.sql("insert into user_role(user_id, role) values (?, 'ANALYST')")
                .param(person.id())
                .update();
        rows.sql("delete from user_role where user_id = ? and role = 'ANALYST'")
                .param(person.id())
                .update();

        var list = text(body(auditor(), get("/audit").param("subject", person.username())));

        assertThat(list)
                .contains("代理人 — → 王店长 从 — → 2019-05-01 到 — → 2019-05-03")
                .contains("角色 — → 规则分析员", "角色 规则分析员 → —")
                .doesNotContain("登记人编号");
    }

    @Test
    void the_log_is_searched_by_day_person_action_kind_number_and_words() throws Exception {
        var contract = cancelled();
        var today = LocalDate.now(BusinessTime.ZONE);

        for (var found : new String[][] {
            {"subject", contract}, {"q", "客户改主意"}, {"who", "manager"}, {"kind", "contract"}, {"action", "row.updated"}
        }) {
            assertThat(body(auditor(), get("/audit").param(found[0], found[1])))
                    .as(found[0])
                    .contains(contract);
        }
        for (var missed : new String[][] {
            {"subject", "HT-0"},
            {"q", "100%_"},
            {"who", "nobody"},
            {"kind", "task"},
            {"action", "row.deleted"},
            {"to", today.minusDays(1).toString()}
        }) {
            assertThat(body(auditor(), get("/audit").param("subject", contract).param(missed[0], missed[1])))
                    .as(missed[0])
                    .doesNotContain("修改</span> <span>合同");
        }
    }

    @Test
    void the_approvals_of_a_contract_are_found_by_its_number_and_name_it() throws Exception {
        var contract = "HT-" + UUID.randomUUID();
        var number = "A-" + UUID.randomUUID();
        var id = UUID.randomUUID();
        rows.sql("""
                        insert into approval(id, number, company, store_code, kind, subject, before_fen, after_fen, reason,
                          requested_by, requested_by_name, requested_at, levels, escalated, status, version)
                        values (:id, :number, :company, :store, 'DISCOUNT', :contract, 2, 1, 'r', :id, 'x', now(),
                          'STORE_MANAGER', false, 'PENDING', 0)
                        """)
                .param("id", id)
                .param("number", number)
                .param("company", Shop.COMPANY)
                .param("store", Shop.STORE)
                .param("contract", contract)
                .update();
        rows.sql("""
                        insert into approval_decision(id, approval_id, level, role, decided_by, decided_by_name, agreed,
                          decided_at) values (gen_random_uuid(), :id, 0, 'STORE_MANAGER', gen_random_uuid(), 'y', true, now())
                        """).param("id", id).update();
        rows.sql("update approval set status = 'APPROVED' where id = ?")
                .param(id)
                .update();

        for (var filter : new String[] {"subject", "q"}) {
            assertThat(text(body(auditor(), get("/audit").param(filter, contract))))
                    .as(filter)
                    .contains("新建 审批 " + number, "修改 审批 " + number, "新建 审批意见 " + number)
                    .satisfies(page -> assertThat(page.split(contract, -1)).hasSizeGreaterThanOrEqualTo(4));
        }
    }

    @Test
    void older_events_follow_page_by_page_without_loss_or_repetition() throws Exception {
        var word = "seite-" + UUID.randomUUID();
        for (var i = 0; i < 120; i++) {
            var each = i;
            Caller.system(Shop.COMPANY).run(() -> trail.record(AuditEntry.refused("page", word + "-" + each, "no")));
        }
        var seen = new TreeSet<String>();
        var address = "/audit?q=" + word;
        for (var pagesSeen = 0; address != null; pagesSeen++) {
            assertThat(pagesSeen).isLessThan(4);
            var page = body(auditor(), get(java.net.URI.create(address)));
            Pattern.compile(word + "-\\d+")
                    .matcher(page)
                    .results()
                    .forEach(found -> assertThat(seen.add(found.group()))
                            .as(found.group())
                            .isTrue());
            var next = NEXT.matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(120);
    }

    @Test
    void nonsense_in_a_filter_is_named() throws Exception {
        for (var wrong : new String[][] {{"from", "yesterday"}, {"to", "2024-02-30"}, {"from", "2999-01-01"}}) {
            var answer = answer(auditor(), get("/audit").param(wrong[0], wrong[1]));
            assertThat(answer.getStatus()).as(wrong[0] + "=" + wrong[1]).isEqualTo(422);
        }
        assertThat(answer(auditor(), get("/audit").param("cursor", "x")).getStatus())
                .isEqualTo(400);
    }

    @Test
    void an_auditor_of_a_store_sees_that_stores_events_only() throws Exception {
        var contract = cancelled();
        var name = "u-" + UUID.randomUUID();
        Caller.system(Shop.COMPANY)
                .run(() -> trail.record(AuditEntry.loginFailed(Shop.COMPANY, name, "wrong password")));
        var here = at(Shop.STORE, Role.AUDITOR);
        var elsewhere = at("TT02", Role.AUDITOR);
        var another = new Actor(UUID.randomUUID(), "x", "x", "XX", "XX", Set.of(Role.AUDITOR), Set.of(), null);

        assertThat(body(here, get("/audit").param("subject", contract))).contains(contract + "</strong></a>");
        for (var stranger : new Actor[] {elsewhere, another}) {
            assertThat(body(stranger, get("/audit").param("subject", contract)))
                    .doesNotContain(contract + "</strong></a>");
            assertThat(answer(stranger, get("/audit/events/" + eventOf(contract)))
                            .getStatus())
                    .isEqualTo(404);
            assertThat(cells(answer(stranger, get("/audit/export.xlsx").param("subject", contract))))
                    .noneMatch(cell -> cell.contains(contract));
        }
        assertThat(body(auditor(), get("/audit").param("q", name))).contains("登录失败");
        assertThat(body(here, get("/audit").param("q", name))).doesNotContain("登录失败</span>");
    }

    @Test
    void logins_and_sessions_are_told_in_the_readers_language() throws Exception {
        var name = "u-" + UUID.randomUUID();
        Caller.system(Shop.COMPANY).run(() -> {
            trail.record(AuditEntry.loginFailed(Shop.COMPANY, name, "WRONG_CODE"));
            trail.record(new AuditEntry(AuditAction.SESSIONS_ENDED, null, null, null, "login", name, "ALL"));
        });

        assertThat(text(body(auditor(), get("/audit").param("subject", name)))).contains("动态码不对", "所有设备");
        assertThat(text(body(auditor(), get("/audit").param("subject", name).param("lang", "en"))))
                .contains("wrong verification code", "all devices")
                .doesNotContain("WRONG_CODE", "ALL ");
    }

    @Test
    void an_event_shows_its_place_in_the_chain_as_soon_as_it_is_sealed() throws Exception {
        sealer.seal();
        var event = eventOf(cancelled());
        assertThat(body(auditor(), get("/audit/events/" + event))).contains("正在入链");

        sealer.seal();
        assertThat(text(body(auditor(), get("/audit/events/" + event)))).contains("环 核验无误", "撤销原因", "客户改主意");
    }

    @Test
    void an_export_is_harmless_to_spreadsheets_and_is_recorded_itself() throws Exception {
        var formula = "=HYPERLINK(\"http://evil\")" + UUID.randomUUID();
        Caller.system(Shop.COMPANY).run(() -> trail.record(AuditEntry.unmasked(null, "contract", formula, "-1+1")));

        var file = answer(auditor(), get("/audit/export.xlsx").param("subject", formula));

        assertThat(cells(file)).contains("操作人", "'" + formula, "'-1+1");
        assertThat(rows.sql("select detail from audit_event where action = 'data.exported' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(formula, "· 1");
    }

    @Test
    void everything_the_log_can_tell_of_has_a_name_in_both_languages() {
        var named = rows.sql("""
                        select distinct c.relname || '.' || a.attname from pg_trigger t
                          join pg_class c on c.oid = t.tgrelid join pg_attribute a on a.attrelid = c.oid
                         where t.tgname = 'audit_update' and a.attnum > 0 and not a.attisdropped
                        """).query(String.class).list();
        assertThat(named).hasSizeGreaterThan(100);
        for (var each : named) {
            var parts = each.split("[.]");
            for (var locale : new java.util.Locale[] {java.util.Locale.CHINESE, java.util.Locale.ENGLISH}) {
                assertThat(messages.getMessage("audit.kind." + parts[0], null, "", locale))
                        .as(parts[0])
                        .isNotEmpty();
                assertThat(messages.getMessage("audit.column." + parts[1], null, "", locale))
                        .as(each)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void a_verification_asked_for_at_the_page_runs_to_its_end_and_tells_its_result() throws Exception {
        sealer.seal();
        var started = answer(auditor(), post("/audit/verify").with(csrf()));
        assertThat(started.getRedirectedUrl()).isEqualTo("/audit/verify");

        var waiting = new java.util.concurrent.FutureTask<>(() -> {
            while (body(auditor(), get("/audit/verify")).contains("正在核验")) {
                Thread.onSpinWait();
            }
            return null;
        });
        new Thread(waiting).start();
        waiting.get(60, java.util.concurrent.TimeUnit.SECONDS);
        assertThat(text(body(auditor(), get("/audit/verify")))).contains("完好").doesNotContain("正在核验：");
        assertThat(body(auditor(), get("/audit"))).contains("核验</span> <span>链条");
    }

    @Test
    void what_was_ticked_is_taken_along_however_old_it_is_and_a_filter_is_kept() throws Exception {
        var contract = cancelled();
        var event = eventOf(contract);

        assertThat(cells(answer(
                        auditor(),
                        post("/audit/export.xlsx")
                                .param("pick", "" + event, "x")
                                .with(csrf()))))
                .contains(contract)
                .filteredOn(cell -> cell.startsWith("HT-"))
                .hasSize(1);
        assertThat(answer(auditor(), post("/audit/export.xlsx").with(csrf())).getStatus())
                .isEqualTo(422);
    }

    /** All texts of the workbook. */
    private static List<String> cells(MockHttpServletResponse answer) throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            var texts = new ArrayList<String>();
            workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            return texts;
        }
    }

    private String cancelled() {
        var contract = shop.sign(Shop.resale());
        shop.manager().through(Caller.Via.PAGE, "10.9.8.7").run(() -> signing.cancel(shop.contract(contract), "客户改主意"));
        return contract;
    }

    private long eventOf(String contract) {
        return rows.sql("select max(id) from audit_event where subject = ? and after->>'status' = 'CANCELLED'"
                        + " and subject_kind = 'contract'")
                .param(contract)
                .query(Long.class)
                .single();
    }

    private static Actor auditor() {
        return at(Shop.COMPANY, Role.AUDITOR);
    }

    private static Actor at(String unit, Role role) {
        var stores = unit.equals(Shop.COMPANY) ? Set.of(Shop.STORE, "TT02") : Set.of(unit);
        return new Actor(UUID.randomUUID(), "t-" + role, role.name(), Shop.COMPANY, unit, Set.of(role), stores, null);
    }

    /** What a reader sees, in one line. */
    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private String body(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(actor, request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return actor.through(Caller.Via.PAGE, "127.0.0.1").call(() -> {
            try {
                return pages.perform(request.with(authentication(
                                new UsernamePasswordAuthenticationToken(actor, null, java.util.List.of()))))
                        .andReturn()
                        .getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
