package io.shouqi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.channel.Channel;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.Person;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.Receipts;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who may open which page, and what never shows on it. */
@ShouqiTest
class PortalPagesTest {

    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.ANALYST, Role.ADMINISTRATOR));
    private static final Set<Role> COLLECTORS = EnumSet.of(Role.CLERK, Role.CASHIER);
    private static final Set<Role> CLERKS = EnumSet.of(Role.CLERK, Role.STORE_MANAGER);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Shop shop;

    @Autowired
    private Contracts contracts;

    @Autowired
    private CustomerLinks links;

    @Autowired
    private OrderDesk orders;

    @Autowired
    private Receipts receipts;

    @Autowired
    private TestClock clock;

    private MockMvc pages;

    @BeforeEach
    void open() {
        shop.open();
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void staff_pages_ask_strangers_to_log_in() throws Exception {
        for (var path : List.of("/contracts", "/contracts/HT-1", "/cashier", "/cashier/receipts/SK-1")) {
            assertThat(answer(get(path).accept(MediaType.TEXT_HTML)).getRedirectedUrl())
                    .as(path)
                    .endsWith("/login");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_opens_its_own_pages_only(Role role) throws Exception {
        var number = shop.sign(Shop.resale());
        var actor = in(Shop.STORE, role);

        assertThat(status(actor, get("/contracts"))).isEqualTo(READERS.contains(role) ? 200 : 403);
        assertThat(status(actor, get("/contracts/" + number))).isEqualTo(READERS.contains(role) ? 200 : 403);
        assertThat(status(actor, get("/cashier"))).isEqualTo(COLLECTORS.contains(role) ? 200 : 403);
        assertThat(status(actor, post("/cashier/payments"))).isEqualTo(COLLECTORS.contains(role) ? 422 : 403);
        assertThat(status(actor, post("/contracts/" + number + "/cancel")))
                .isEqualTo(CLERKS.contains(role) ? 422 : 403);
    }

    @Test
    void another_stores_contract_does_not_exist() throws Exception {
        var number = shop.confirmed(Shop.resale());
        var receivable = shop.receivables(number).get(0);
        var order = orders.open(List.of(receivable.number()), Channel.WECHAT, receivable.outstanding(), shop.clerk());
        take(receivable, "key-" + number, "100");
        var receipt = receipts.ofContract(number).get(0).number();
        var elsewhere = shop.named("t-elsewhere");

        assertThat(body(elsewhere, get("/contracts"))).doesNotContain(number);
        assertThat(body(elsewhere, get("/cashier").param("q", number))).doesNotContain(number + "<");
        for (var path : List.of(
                "/contracts/" + number,
                "/contracts/" + number + "/diagram?process=contract-to-payment&key=" + number,
                "/cashier?contract=" + number,
                "/cashier/payments/" + order,
                "/cashier/payments/" + order + "/state",
                "/cashier/receipts/" + receipt)) {
            assertThat(status(elsewhere, get(path))).as(path).isEqualTo(404);
        }
        for (var path : List.of("/cancel?reason=x", "/confirm?party=BUYER&evidence=x")) {
            assertThat(status(elsewhere, post("/contracts/" + number + path)))
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_diagram_of_another_contract_is_not_shown_through_ones_own() throws Exception {
        var own = shop.sign(Shop.resale());
        var other = shop.sign(Shop.resale());

        var path = "/contracts/" + own + "/diagram?process=contract-to-payment&key=";
        assertThat(status(shop.clerk(), get(path + own))).isEqualTo(200);
        assertThat(status(shop.clerk(), get(path + other))).isEqualTo(404);
    }

    @Test
    void links_show_only_to_those_who_send_them() throws Exception {
        var number = shop.sign(Shop.resale());
        var link = token(number, PartyRole.BUYER);

        assertThat(body(shop.clerk(), get("/contracts/" + number))).contains(link);
        assertThat(body(shop.finance(), get("/contracts/" + number))).doesNotContain(link);
    }

    @Test
    void phones_are_masked() throws Exception {
        var number = shop.sign(Shop.resale());

        assertThat(body(shop.clerk(), get("/contracts/" + number)))
                .contains("138****8000")
                .doesNotContain("13800138000");
    }

    @Test
    void a_search_takes_its_words_as_they_are() throws Exception {
        var number = shop.sign(Shop.resale());

        assertThat(body(shop.clerk(), get("/contracts").param("q", number))).contains(number);
        assertThat(body(shop.clerk(), get("/contracts").param("q", "%_"))).doesNotContain("HT-");
    }

    @Test
    void people_are_found_by_phone_and_id_number_whole_or_by_the_last_four() throws Exception {
        var contract = Shop.resale();
        var buyer = new Person(PartyRole.BUYER, "赵寻", "+8613712345670", "11010119900307109X", null);
        var number = shop.sign(Shop.between(contract, buyer, contract.parties().get(1)));

        for (var typed : List.of(
                "13712345670", "+86 137 1234 5670", "137-1234-5670", "5670", "11010119900307109x", "109X", "赵寻")) {
            assertThat(body(shop.clerk(), get("/contracts").param("q", typed)))
                    .as(typed)
                    .contains(number);
        }
        for (var typed : List.of("1371234567", "670", "13712345671", "110101199003")) {
            assertThat(body(shop.clerk(), get("/contracts").param("q", typed)))
                    .as(typed)
                    .doesNotContain(number);
        }
        assertThat(body(shop.named("t-elsewhere"), get("/contracts").param("q", "13712345670")))
                .doesNotContain(number);
    }

    @Test
    void a_second_press_of_the_button_takes_the_money_once() throws Exception {
        var number = shop.confirmed(Shop.resale());
        var receivable = shop.receivables(number).get(0);
        var key = UUID.randomUUID().toString();

        var first = take(receivable, key, "100");
        var again = take(receivable, key, "100");
        var changed = take(receivable, key, "200");

        assertThat(first.getRedirectedUrl()).startsWith("/cashier/receipts/").isEqualTo(again.getRedirectedUrl());
        assertThat(changed.getStatus()).isEqualTo(409);
        assertThat(receipts.ofContract(number)).hasSize(1);
    }

    @Test
    void a_form_without_its_csrf_token_is_refused() throws Exception {
        var number = shop.sign(Shop.resale());

        assertThat(answer(post("/c/" + token(number, PartyRole.BUYER) + "/confirm"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(contracts.feeList(number).confirmations()).allMatch(c -> c.answeredAt() == null);
    }

    @Test
    void a_strangers_link_is_not_found_and_leads_nowhere() throws Exception {
        var answer = answer(get("/c/AAAAAAAAAAAAAAAAAAAAAA"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("链接无效").doesNotContain("href=\"/\"");
    }

    @Test
    void an_expired_link_shows_the_way_to_the_store_and_nothing_of_the_deal() throws Exception {
        var number = shop.sign(Shop.resale());
        var token = token(number, PartyRole.BUYER);
        clock.advance(Duration.ofDays(4));

        var page = answer(get("/c/" + token)).getContentAsString();

        assertThat(page).contains("链接已过期", "望京店", "010-12345678");
        assertThat(page).doesNotContain(number, "王小明", "410", "¥");
        assertThat(answer(post("/c/" + token + "/confirm").with(csrf())).getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_customer_sees_and_pays_the_own_side_only() throws Exception {
        var number = shop.confirmed(Shop.resale());
        var buyer = token(number, PartyRole.BUYER);
        var sellersDebt = debt(number, PartyRole.SELLER);
        var sellersOrder = orders.open(List.of(sellersDebt.number()), Channel.WECHAT, sellersDebt.outstanding(), null);
        take(sellersDebt, "key-" + number, "100");

        var page = answer(get("/c/" + buyer)).getContentAsString();

        assertThat(page).contains("王小明", debt(number, PartyRole.BUYER).number());
        assertThat(page).doesNotContain("李秀英", sellersDebt.number(), "SK-");
        assertThat(answer(post("/c/" + buyer + "/payments")
                                .param("receivables", sellersDebt.number())
                                .param("method", "WECHAT")
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/c/" + buyer + "/payments/" + sellersOrder)).getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/c/" + token(number, PartyRole.SELLER) + "/payments/" + sellersOrder))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_customer_declines_with_a_reason() throws Exception {
        var number = shop.sign(Shop.resale());
        var buyer = "/c/" + token(number, PartyRole.BUYER);
        var seller = "/c/" + token(number, PartyRole.SELLER);

        assertThat(answer(post(buyer + "/decline").with(csrf())).getStatus()).isEqualTo(422);
        assertThat(answer(post(buyer + "/decline").param("reason", "和当面说的不一样").with(csrf()))
                        .getRedirectedUrl())
                .isEqualTo(buyer);
        assertThat(answer(get(buyer)).getContentAsString()).contains("和当面说的不一样");
        assertThat(answer(get(seller)).getContentAsString()).contains("清单正在修改").doesNotContain("和当面说的不一样");
    }

    @Test
    void a_cancelled_contract_asks_its_customers_for_nothing_and_keeps_their_receipts() throws Exception {
        var number = shop.confirmed(Shop.resale());
        take(debt(number, PartyRole.BUYER), "key-" + number, "100");
        var receipt = receipts.ofContract(number).get(0).number();
        var waiting = shop.sign(Shop.resale());
        var pending = "/c/" + token(waiting, PartyRole.BUYER);
        shop.cancel(number, "不买了");
        shop.cancel(waiting, "不买了");

        var page = answer(get("/c/" + token(number, PartyRole.BUYER))).getContentAsString();
        assertThat(page).contains("已经撤销", receipt).doesNotContain("微信支付</button>", "我同意");
        assertThat(answer(get(pending)).getContentAsString()).contains("已经撤销").doesNotContain("我同意");
        assertThat(answer(post(pending + "/confirm").with(csrf())).getStatus()).isEqualTo(409);
    }

    @Test
    void a_customer_reads_what_happened_to_the_own_side_alone() throws Exception {
        var number = shop.sign(Shop.resale());
        var buyer = "/c/" + token(number, PartyRole.BUYER);
        answer(post("/c/" + token(number, PartyRole.SELLER) + "/confirm").with(csrf()));

        assertThat(answer(get(buyer)).getContentAsString()).contains("门店发来收费清单").doesNotContain("您确认了清单");
        answer(post(buyer + "/confirm").with(csrf()));
        shop.settle();
        take(debt(number, PartyRole.BUYER), "key-" + number, "50000");
        assertThat(answer(get(buyer)).getContentAsString()).contains("您确认了清单", "收到您的付款 ¥50,000.00", "全部付清", "收讫");
    }

    @Test
    void the_customers_address_is_kept_from_other_sites() throws Exception {
        var number = shop.sign(Shop.resale());

        var answer = answer(get("/c/" + token(number, PartyRole.BUYER)));

        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void a_receipt_for_both_sides_shows_each_its_own_part_and_hands_neither_the_paper() throws Exception {
        var number = shop.confirmed(Shop.resale());
        answer(as(shop.clerk(), post("/cashier/payments"))
                .param(
                        "receivables",
                        debt(number, PartyRole.BUYER).number(),
                        debt(number, PartyRole.SELLER).number())
                .param("method", "CASH")
                .param("amount", "60000")
                .param("key", "key-" + number)
                .with(csrf()));
        var receipt = receipts.ofContract(number).get(0).number();
        var paid = debt(number, PartyRole.SELLER).paid().yuan();

        for (var payer : List.of(PartyRole.BUYER, PartyRole.SELLER)) {
            var link = "/c/" + token(number, payer);
            var page = answer(get(link)).getContentAsString();
            assertThat(page).contains(receipt, "也收了另一方的款").doesNotContain("60,000.00", receipt + ".pdf");
            assertThat(answer(get(link + "/receipts/" + receipt + ".pdf")).getStatus())
                    .isEqualTo(404);
        }
        assertThat(paid).isEqualTo("10000.00");
    }

    private MockHttpServletResponse take(Receivable receivable, String key, String amount) throws Exception {
        return answer(as(shop.clerk(), post("/cashier/payments"))
                .param("receivables", receivable.number())
                .param("method", "CASH")
                .param("amount", amount)
                .param("key", key)
                .with(csrf()));
    }

    private Receivable debt(String number, PartyRole payer) {
        return shop.receivables(number).stream()
                .filter(r -> r.payer() == payer)
                .findFirst()
                .orElseThrow();
    }

    private String token(String number, PartyRole payer) {
        return contracts.feeList(number).confirmations().stream()
                .filter(c -> c.payer() == payer)
                .findFirst()
                .map(links::token)
                .orElseThrow();
    }

    private static Actor in(String store, Role role) {
        return new Actor(
                UUID.randomUUID(), "t-" + role, role.name(), Shop.COMPANY, store, Set.of(role), Set.of(store), null);
    }

    private int status(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return answer(as(actor, request).with(csrf())).getStatus();
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
