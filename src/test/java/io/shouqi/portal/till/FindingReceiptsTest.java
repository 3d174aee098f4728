package io.shouqi.portal.till;

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
import io.shouqi.channel.Channel;
import io.shouqi.contract.Person;
import io.shouqi.identity.Actor;
import io.shouqi.lists.Direction;
import io.shouqi.lists.Sorting;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Any receipt is found by what stands on it, by those who may see it. */
@ShouqiTest
class FindingReceiptsTest {

    private static final Sorting NEWEST = new Sorting("receivedAt", Direction.DESCENDING);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Shop shop;

    @Autowired
    private Cashier cashier;

    @Autowired
    private OrderDesk orders;

    @Autowired
    private ReversalDesk reversals;

    @Autowired
    private ReceiptRows rows;

    @Autowired
    @EveryRow
    private JdbcClient jdbc;

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
    void a_receipt_is_found_by_anything_that_stands_on_it() {
        var contract = between("欧阳若兰", "+8613655557771");
        var receivable = shop.receivables(contract).get(0);
        var voucher = "VO" + contract.replace("-", "");
        var card =
                take(receivable, "CARD", "23456.78", Map.of("terminal", "T1", "batch", "000031", "voucher", voucher));
        var transfer = take(receivable, "TRANSFER", "11.22", Map.of("bankReference", "ICBC-" + contract));

        for (var typed : List.of(
                card,
                card.toLowerCase(java.util.Locale.ROOT),
                voucher,
                "23456.78",
                "¥23,456.78",
                contract,
                receivable.number(),
                "欧阳若兰",
                "若兰",
                "13655557771",
                "136 5555 7771",
                shop.contract(contract).address(),
                "7771")) {
            assertThat(found(typed)).as(typed).contains(card);
        }
        assertThat(found("ICBC-" + contract)).containsExactly(transfer);
        assertThat(found("11.22")).contains(transfer).doesNotContain(card);
        for (var typed : List.of("23456.79", "欧阳兰", "1365555777", "VO", "%", "SK-19990101-000001")) {
            assertThat(found(typed)).as(typed).doesNotContain(card);
        }
    }

    @Test
    void online_money_is_found_by_the_channels_number_and_by_the_payment() {
        var contract = between("司马相如", "+8613655557772");
        var receivable = shop.receivables(contract).get(0);
        var order = orders.open(List.of(receivable.number()), Channel.WECHAT, Money.ofYuan("100"), shop.clerk());
        jdbc.sql("""
                        insert into receipt(id, number, company, store_code, contract_no, order_no, channel, merchant_id, transaction_id,
                          kind, amount_fen, fee_fen, received_at, day)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, 'WECHAT', 'm', ?, 'BROKERAGE', 1, 0, now(), current_date)
                        """)
                .params("SK-" + order, Shop.COMPANY, Shop.STORE, contract, order, "4200" + order)
                .update();

        assertThat(found("4200" + order)).containsExactly("SK-" + order);
        assertThat(found(order)).containsExactly("SK-" + order);
    }

    @Test
    void the_others_filters_narrow_and_the_totals_follow() {
        clock.set(java.time.Instant.parse("2031-03-05T02:00:00Z"));
        var day = LocalDate.of(2031, 3, 5);
        var contract = between("诸葛孔明", "+8613655557773");
        var receivable = shop.receivables(contract).get(0);
        var cash = take(receivable, "CASH", "300", Map.of());
        take(
                receivable,
                "TRANSFER",
                "70",
                Map.of("bankReference", UUID.randomUUID().toString()));
        var wrong = take(receivable, "CASH", "5", Map.of());
        reversals.reverse(wrong, "金额输错", shop.clerk(), once());
        clock.advance(Duration.ofDays(1));
        take(receivable, "CASH", "9", Map.of());

        var ofDay = wanted(null, null, null, day, day);
        var sums = rows.sums(shop.clerk(), ofDay);
        assertThat(sums.total()).isEqualTo(Money.ofYuan("370"));
        assertThat(sums.count()).isEqualTo(2);
        assertThat(sums.reversed()).isEqualTo(1);
        assertThat(numbers(wanted(null, Channel.CASH, ReceiptFilter.State.VALID, day, day)))
                .containsExactly(cash);
        assertThat(numbers(wanted(null, null, ReceiptFilter.State.REVERSED, day, day)))
                .containsExactly(wrong);
        assertThat(rows.sums(shop.finance(), ofDay).total()).isEqualTo(Money.ofYuan("370"));
        assertThat(rows.sums(shop.named("t-elsewhere"), ofDay).count()).isZero();
    }

    @Test
    void another_store_finds_and_sees_nothing_of_it() throws Exception {
        var contract = between("上官婉儿", "+8613655557774");
        var receipt = take(shop.receivables(contract).get(0), "CASH", "123.45", Map.of());
        var elsewhere = shop.named("t-elsewhere");

        for (var typed : List.of(receipt, contract, "上官婉儿", "13655557774", "7774", "123.45", "")) {
            assertThat(rows.page(elsewhere, wanted(typed, null, null, null, null), NEWEST, null, 50)
                            .items())
                    .as(typed)
                    .noneMatch(row -> row.number().equals(receipt));
        }
        assertThat(answer(elsewhere, get("/receipts/" + receipt)).getStatus()).isEqualTo(404);
        assertThat(answer(elsewhere, post("/receipts/" + receipt + "/reverse").param("reason", "x"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_books_are_for_those_who_read_them() throws Exception {
        var receipt = take(shop.receivables(between("夏侯惇", "+8613655557775")).get(0), "CASH", "10", Map.of());

        assertThat(page(shop.manager(), receipt)).contains("记账凭证", "库存现金");
        assertThat(page(shop.clerk(), receipt)).doesNotContain("记账凭证").contains("夏侯惇");
    }

    @Test
    void the_receipt_says_why_it_cannot_be_reversed() throws Exception {
        var receipt = take(shop.receivables(between("慕容复", "+8613655557776")).get(0), "CASH", "10", Map.of());

        assertThat(page(shop.clerk(), receipt)).contains("冲销收据");
        clock.advance(Duration.ofMinutes(40));
        assertThat(page(shop.clerk(), receipt)).doesNotContain("确定冲销").contains("请店长");
        assertThat(page(shop.manager(), receipt)).contains("确定冲销");
        assertThat(page(shop.finance(), receipt)).doesNotContain("确定冲销", "请店长");
    }

    @Test
    void the_receipt_and_its_check_say_that_it_was_reversed() throws Exception {
        var receipt = take(shop.receivables(between("令狐冲", "+8613655557777")).get(0), "CASH", "10", Map.of());
        assertThat(answer(
                                shop.clerk(),
                                post("/receipts/" + receipt + "/reverse").param("reason", "收错合同"))
                        .getRedirectedUrl())
                .isEqualTo("/receipts/" + receipt);

        assertThat(page(shop.clerk(), receipt)).contains("已冲销", "收错合同");
        var token = jdbc.sql("select token from receipt where number = ?")
                .param(receipt)
                .query(String.class)
                .single();
        assertThat(pages.perform(get("/c/receipts/" + token))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("已冲销，作废")
                .doesNotContain("真实有效");
    }

    private String between(String name, String phone) {
        var contract = Shop.resale();
        var payer = new Person(PartyRole.BUYER, name, phone, null, null);
        return shop.confirmed(Shop.between(contract, payer, contract.parties().get(1)));
    }

    private String take(Receivable receivable, String method, String amount, Map<String, String> reference) {
        return cashier.take(
                        List.of(receivable.number()),
                        new Cashier.Asked(method, amount, reference),
                        shop.clerk(),
                        once())
                .receipt()
                .receiptNo();
    }

    private static Call once() {
        return new Call("t-clerk", "test", null, "");
    }

    private List<String> found(String typed) {
        return numbers(wanted(typed, null, null, null, null));
    }

    private List<String> numbers(ReceiptFilter.Wanted wanted) {
        return rows.page(shop.clerk(), wanted, NEWEST, null, 50).items().stream()
                .map(ReceiptRow::number)
                .toList();
    }

    private static ReceiptFilter.Wanted wanted(
            @Nullable String text,
            @Nullable Channel method,
            ReceiptFilter.@Nullable State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new ReceiptFilter.Wanted(text, method, state, null, null, from, to, null);
    }

    private String page(Actor actor, String receipt) throws Exception {
        var answer = answer(actor, get("/receipts/" + receipt));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        var roles = actor.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        var login = new UsernamePasswordAuthenticationToken(actor, null, AuthorityUtils.createAuthorityList(roles));
        return pages.perform(request.with(authentication(login)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
