package io.shouqi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.payment.Cashier;
import io.shouqi.portal.search.Group.Kind;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.IdempotentCalls.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a few words find, and for whom. */
@ShouqiTest
class SearchTest {

    @Autowired
    private Search search;

    @Autowired
    private Shop shop;

    @Autowired
    private Cashier cashier;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_contract_is_found_by_the_beginning_and_the_end_of_its_numbers() {
        var deal = deal("杜若飞", "+8613611110001");
        var number = shop.sign(deal);

        for (var typed : List.of(
                number,
                number.toLowerCase(Locale.ROOT),
                end(number, 6),
                deal.externalNo().toLowerCase(Locale.ROOT))) {
            assertThat(paths(shop.clerk(), typed, Kind.CONTRACTS)).as(typed).contains("/contracts/" + number);
        }
    }

    @Test
    void a_contract_is_found_by_words_of_its_address_in_any_order_and_without_its_gaps() {
        var number = shop.sign(at("鹿鸣街甲 17 号院 3-1402", "孟小溪", "+8613611110002"));

        for (var typed : List.of("鹿鸣", "鹿鸣街甲17号院", "1402 鹿鸣", "3-1402 鹿鸣街　甲")) {
            assertThat(paths(shop.clerk(), typed, Kind.CONTRACTS)).as(typed).containsExactly("/contracts/" + number);
        }
        assertThat(paths(shop.clerk(), "鹿鸣 1403", Kind.CONTRACTS)).isEmpty();
        assertThat(paths(shop.clerk(), "鸣鹿", Kind.CONTRACTS)).isEmpty();
    }

    @Test
    void a_customer_is_found_by_a_part_of_the_name_and_by_the_phone_whole_or_its_last_four() {
        var number = shop.sign(deal("端木青岚", "+8613611117793"));

        for (var typed : List.of("端木", "青岚", "13611117793", "136-1111-7793", "7793")) {
            assertThat(paths(shop.clerk(), typed, Kind.CUSTOMERS)).as(typed).contains("/contracts/" + number);
        }
        for (var typed : List.of("1361111779", "793", "木端", "%木")) {
            assertThat(paths(shop.clerk(), typed, Kind.CUSTOMERS)).as(typed).isEmpty();
        }
    }

    @Test
    void with_a_customer_come_the_receipts_and_the_open_tasks() {
        var number = shop.confirmed(deal("司徒望舒", "+8613611110004"));
        var receipt = take(number, shop.clerk());
        var asked = shop.sign(discounted(deal("司徒明月", "+8613611110005")));
        shop.settle();

        assertThat(paths(shop.clerk(), "司徒望舒", Kind.RECEIPTS)).containsExactly("/receipts/" + receipt);
        assertThat(paths(shop.manager(), end(receipt, 6), Kind.RECEIPTS)).containsExactly("/receipts/" + receipt);
        assertThat(hits(shop.manager(), "司徒明月", Kind.TASKS))
                .extracting(Hit::note)
                .containsExactly(asked);
        assertThat(hits(shop.clerk(), "司徒明月", Kind.TASKS)).isEmpty();
    }

    @Test
    void nobody_finds_what_another_store_has() {
        var number = shop.confirmed(at("雁栖胡同 9 号", "欧阳知秋", "+8613611118846"));
        var receipt = take(number, shop.clerk());

        for (var typed : List.of(number, "雁栖", "欧阳", "13611118846", "8846", receipt, end(receipt, 6))) {
            assertThat(found(shop.clerk(), typed)).as(typed).isNotEmpty();
            assertThat(business(shop.named("t-elsewhere"), typed)).as(typed).isEmpty();
        }
    }

    @Test
    void who_may_not_read_contracts_finds_none_even_in_the_own_store() {
        var number = shop.confirmed(at("苇子坑路 5 号", "令狐长风", "+8613611110007"));
        take(number, shop.clerk());

        for (var role : List.of(Role.ADMINISTRATOR, Role.ANALYST)) {
            var person = new Actor(
                    shop.clerk().id(), "x", "x", Shop.COMPANY, Shop.STORE, Set.of(role), Set.of(Shop.STORE), null);
            for (var typed : List.of(number, "苇子坑", "令狐", "13611110007")) {
                assertThat(business(person, typed)).as(role + " " + typed).isEmpty();
            }
        }
    }

    @Test
    void one_character_says_too_little() {
        assertThat(Words.of(" 王 ").sayEnough()).isFalse();
        assertThat(Words.of("王小").sayEnough()).isTrue();
    }

    private static NewContract deal(String buyer, String phone) {
        return between(Shop.resale(), buyer, phone);
    }

    private static NewContract between(NewContract deal, String buyer, String phone) {
        return Shop.between(
                deal,
                new Person(PartyRole.BUYER, buyer, phone, null, null),
                deal.parties().get(1));
    }

    private static NewContract at(String address, String buyer, String phone) {
        var deal = deal(buyer, phone);
        return new NewContract(
                deal.company(),
                deal.externalNo(),
                deal.fingerprint(),
                deal.type(),
                deal.storeCode(),
                deal.city(),
                deal.signedOn(),
                deal.price(),
                deal.monthlyRent(),
                address,
                deal.district(),
                deal.area(),
                deal.parties(),
                deal.agents(),
                deal.coBroker(),
                deal.services(),
                deal.instalments(),
                deal.discount());
    }

    private static NewContract discounted(NewContract deal) {
        return Shop.with(deal, List.of(), deal.instalments(), new NewContract.Discount(BigDecimal.valueOf(5), "老客户"));
    }

    private String take(String contract, Actor actor) {
        var debt = shop.receivables(contract).get(0);
        return Objects.requireNonNull(cashier.take(
                                List.of(debt.number()),
                                new Cashier.Asked("CASH", "100", Map.of()),
                                actor,
                                new Call(actor.username(), "search-test", null, ""))
                        .receipt())
                .receiptNo();
    }

    private static String end(String number, int characters) {
        return number.substring(number.length() - characters);
    }

    private List<Group> found(Actor actor, String typed) {
        return actor.through(Caller.Via.PAGE, "127.0.0.1").call(() -> search.find(actor, Words.of(typed)));
    }

    private List<Group> business(Actor actor, String typed) {
        return found(actor, typed).stream()
                .filter(group -> group.kind() != Kind.MANUAL && group.kind() != Kind.PAGES)
                .toList();
    }

    private List<Hit> hits(Actor actor, String typed, Kind kind) {
        return found(actor, typed).stream()
                .filter(group -> group.kind() == kind)
                .flatMap(group -> group.hits().stream())
                .toList();
    }

    private List<String> paths(Actor actor, String typed, Kind kind) {
        return hits(actor, typed, kind).stream().map(Hit::path).toList();
    }
}
