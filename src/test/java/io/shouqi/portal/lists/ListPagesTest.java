package io.shouqi.portal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.identity.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The lists of contracts and receivables: found, sorted, paged, set and taken along. */
@ShouqiTest
class ListPagesTest {

    private static final Pattern NEXT = Pattern.compile("hx-get=\"([^\"]*cursor=[^\"]*)\"");
    private static final Pattern PICK = Pattern.compile("name=\"pick\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("<th scope=\"col\"[^>]*>\\s*<(?:span|a)[^>]*>([^<]+)<");
    private static final Pattern KEPT = Pattern.compile("/lists/contracts/filters/([0-9a-f-]{36})/delete");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Shop shop;

    @Autowired
    private TestClock clock;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private MockMvc pages;

    @BeforeEach
    void open() {
        shop.open();
        rows.sql("delete from saved_filter").update();
        rows.sql("delete from list_setting").update();
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/contracts?q=",
                "/contracts?sort=signedOn",
                "/contracts?sort=-outstanding",
                "/contracts?sort=dueOn",
                "/receivables?status=ALL",
                "/receivables?sort=-amount",
                "/receivables?sort=-daysOverdue"
            })
    void every_order_goes_through_all_rows_once(String path) throws Exception {
        IntStream.range(0, 4).forEach(i -> shop.confirmed(Shop.resale()));
        shop.sign(Shop.rental());
        var whole = picks(body(shop.clerk(), get(path)));

        var seen = new ArrayList<String>();
        for (var address = path + "&limit=3"; address != null; ) {
            var page = body(shop.clerk(), get(address));
            seen.addAll(picks(page));
            var next = NEXT.matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") + "&limit=3" : null;
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(5);
        assertThat(seen.subList(0, Math.min(seen.size(), whole.size()))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"cursor,zzz", "cursor,HT-20240301-000001", "limit,-1", "limit,1000", "sort,address"})
    void what_is_no_place_size_or_order_of_a_list_is_refused_by_name(String parameter, String junk) throws Exception {
        for (var path : List.of("/contracts", "/receivables")) {
            var answer = answer(as(shop.clerk(), get(path).param(parameter, junk)));
            assertThat(answer.getStatus()).as(path).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains(parameter);
        }
    }

    @Test
    void contracts_are_narrowed_by_what_they_are_and_when_they_were_signed() throws Exception {
        var sale = shop.confirmed(Shop.resale());
        var let = shop.sign(Shop.rental());

        assertThat(found("type", "RENTAL")).contains(let).doesNotContain(sale);
        assertThat(found("status", "COLLECTING")).contains(sale).doesNotContain(let);
        assertThat(found("from", Shop.SIGNED.plusDays(1).toString())).doesNotContain(sale);
        assertThat(found("to", Shop.SIGNED.toString())).contains(sale);
        assertThat(found("store", "TT02")).isEmpty();
    }

    @Test
    void money_that_is_overdue_finds_its_contract_and_says_for_how_long() throws Exception {
        var late = shop.confirmed(Shop.resale());
        clock.advance(Duration.ofDays(4));
        var fresh = shop.confirmed(Shop.resale());

        assertThat(found("overdue", "yes")).doesNotContain(fresh);
        assertThat(picks(body(
                        shop.clerk(), get("/contracts").param("overdue", "yes").param("q", late))))
                .containsExactly(late);
        assertThat(overdue(late)).contains("/contracts/" + late, " 天");
        assertThat(overdue(fresh)).doesNotContain("/contracts/" + fresh);
    }

    @Test
    void the_sums_above_the_receivables_are_those_of_all_that_the_filters_leave() throws Exception {
        var number = shop.confirmed(Shop.resale());

        var page = body(shop.clerk(), get("/receivables").param("q", number).param("limit", "1"));

        assertThat(picks(page)).hasSize(1);
        assertThat(page).contains("<dd>2</dd>", "<dd>¥100,000.00</dd>");
    }

    @Test
    void a_filter_that_makes_no_sense_is_named() throws Exception {
        for (var wrong : new String[][] {{"status", "x"}, {"from", "yesterday"}}) {
            assertThat(answer(as(shop.clerk(), get("/contracts").param(wrong[0], wrong[1])))
                            .getStatus())
                    .isEqualTo(422);
        }
        var turned = answer(as(
                shop.clerk(), get("/receivables").param("dueFrom", "2024-03-02").param("dueTo", "2024-03-01")));
        assertThat(turned.getStatus()).isEqualTo(422);
        assertThat(turned.getContentAsString()).contains("不能晚于结束日期");
    }

    @Test
    void columns_and_density_are_each_persons_own() throws Exception {
        shop.confirmed(Shop.resale());
        done(shop.clerk(), post("/lists/contracts/columns").param("column", "paid", "signedOn", "gone"));
        done(shop.clerk(), post("/lists/contracts/density").param("density", "COMPACT"));

        var own = body(shop.clerk(), get("/contracts"));
        assertThat(headings(own)).containsExactly("合同", "已收", "签约日期", "状态");
        assertThat(own).contains("is-compact");
        var others = body(shop.manager(), get("/contracts"));
        assertThat(headings(others)).contains("各方", "应收").doesNotContain("已收");
        assertThat(others).contains("is-comfortable");

        done(shop.clerk(), post("/lists/contracts/columns/usual"));
        assertThat(headings(body(shop.clerk(), get("/contracts")))).contains("各方");
        assertThat(body(shop.clerk(), get("/contracts"))).contains("is-compact");
    }

    @Test
    void a_kept_filter_opens_the_list_where_its_owner_wants_so_and_nobody_elses() throws Exception {
        keep("租赁", "type=RENTAL&cursor=x&lang=en");
        var page = body(shop.clerk(), get("/contracts").param("q", ""));
        assertThat(page).contains("租赁", "/contracts?type=RENTAL\"");
        var id = only(KEPT, page);

        done(shop.clerk(), post("/lists/contracts/filters/" + id + "/default"));
        assertThat(answer(as(shop.clerk(), get("/contracts"))).getRedirectedUrl())
                .isEqualTo("/contracts?type=RENTAL");
        assertThat(answer(as(shop.clerk(), get("/contracts").param("q", ""))).getStatus())
                .isEqualTo(200);
        assertThat(answer(as(shop.manager(), get("/contracts"))).getStatus()).isEqualTo(200);

        for (var act : List.of("", "/default", "/usual", "/delete")) {
            var foreign = as(
                    shop.manager(), post("/lists/contracts/filters/" + id + act).param("name", "x"));
            assertThat(answer(foreign.with(csrf())).getStatus()).as(act).isEqualTo(act.equals("/usual") ? 302 : 404);
        }
        assertThat(answer(as(shop.clerk(), get("/contracts"))).getRedirectedUrl())
                .isNotNull();
    }

    @Test
    void a_filter_that_was_deleted_comes_back_as_it_was() throws Exception {
        keep("租赁", "type=RENTAL");
        var id = only(KEPT, body(shop.clerk(), get("/contracts").param("q", "")));
        done(shop.clerk(), post("/lists/contracts/filters/" + id + "/default"));

        var gone = done(shop.clerk(), post("/lists/contracts/filters/" + id + "/delete"));
        assertThat(gone.getRedirectedUrl()).isEqualTo("/contracts?q=");
        assertThat(answer(as(shop.clerk(), get("/contracts"))).getStatus()).isEqualTo(200);

        done(
                shop.clerk(),
                post("/lists/contracts/filters/undo")
                        .param("name", "租赁")
                        .param("query", "type=RENTAL")
                        .param("opens", "true"));
        assertThat(answer(as(shop.clerk(), get("/contracts"))).getRedirectedUrl())
                .isEqualTo("/contracts?type=RENTAL");
    }

    @Test
    void names_are_taken_once_and_twenty_are_enough() throws Exception {
        for (var i = 0; i < 20; i++) {
            keep("第" + i, "type=RENTAL");
        }
        assertThat(refused("又一个", "type=RENTAL")).contains("最多存 20 个");
        rows.sql("delete from saved_filter where name = '第19'").update();
        assertThat(refused("第1", "type=RENTAL")).contains("同名");
        assertThat(refused("空", "")).contains("还没有选任何条件");
        assertThat(refused(" ", "type=RENTAL")).contains("请填写");
        assertThat(refused("长", "q=" + "a".repeat(2000))).contains("条件太长");
    }

    @Test
    void a_list_that_does_not_exist_has_no_settings() throws Exception {
        assertThat(answer(as(shop.clerk(), post("/lists/secrets/columns").with(csrf())))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_workbook_has_the_rows_and_columns_of_the_screen_and_is_written_down() throws Exception {
        var number = shop.confirmed(Shop.resale());
        shop.confirmed(Shop.resale());
        done(shop.clerk(), post("/lists/contracts/columns").param("column", "outstanding"));

        var answer = answer(as(shop.clerk(), get("/contracts/export.xlsx").param("q", number)));

        assertThat(answer.getHeader("Content-Disposition")).contains("contracts-", ".xlsx");
        assertThat(texts(answer))
                .containsExactly(
                        List.of("合同号", "业务编号", "房屋地址", "还差", "状态"),
                        List.of(number, shop.contract(number).externalNo(), "望京西园四区 410 号楼", "100000.0", "收款中"));
        assertThat(rows.sql("select detail from audit_event where action = 'data.exported' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("q=" + number + " · 1");
    }

    @Test
    void only_what_was_ticked_is_exported_and_only_of_ones_own_stores() throws Exception {
        var one = shop.confirmed(Shop.resale());
        var other = shop.confirmed(Shop.resale());
        var picked = post("/contracts/export.xlsx").param("pick", one, "HT-1").with(csrf());

        assertThat(texts(answer(as(shop.clerk(), picked))).toString())
                .contains(one)
                .doesNotContain(other);
        var elsewhere = post("/contracts/export.xlsx").param("pick", one).with(csrf());
        assertThat(texts(answer(as(shop.named("t-elsewhere"), elsewhere)))).hasSize(1);
        var nothing = post("/receivables/export.xlsx").with(csrf());
        assertThat(answer(as(shop.clerk(), nothing)).getStatus()).isEqualTo(422);
    }

    private String overdue(String contract) throws Exception {
        return body(shop.clerk(), get("/receivables").param("status", "OVERDUE").param("q", contract));
    }

    private List<String> found(String parameter, String value) throws Exception {
        return picks(body(shop.clerk(), get("/contracts").param(parameter, value)));
    }

    private void keep(String name, String query) throws Exception {
        done(shop.clerk(), post("/lists/contracts/filters").param("name", name).param("query", query));
    }

    private String refused(String name, String query) throws Exception {
        var answer = answer(as(shop.clerk(), post("/lists/contracts/filters"))
                .param("name", name)
                .param("query", query)
                .with(csrf()));
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse done(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(as(actor, request).with(csrf()));
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer;
    }

    private static List<String> picks(String page) {
        return PICK.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static List<String> headings(String page) {
        return HEADING.matcher(page)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static String only(Pattern wanted, String page) {
        return wanted.matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> texts(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                    .map(row -> StreamSupport.stream(row.spliterator(), false)
                            .map(Object::toString)
                            .toList())
                    .toList();
        }
    }

    private String body(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(as(actor, request));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return pages.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        var roles = actor.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return request.with(authentication(
                new UsernamePasswordAuthenticationToken(actor, null, AuthorityUtils.createAuthorityList(roles))));
    }
}
