package io.shouqi.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Where each role is led to, and back. */
@ShouqiTest
class NavigationTest {

    private static final Pattern ENTRY = Pattern.compile("<a href=\"([^\"]+)\"[^>]* data-go=");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Shop shop;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Tours tours;

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
    void every_entry_that_a_role_sees_opens(Role role) throws Exception {
        for (var unit : List.of(Shop.STORE, Shop.COMPANY)) {
            var actor = in(unit, role);
            var shown = ENTRY.matcher(page(actor, "/tasks"))
                    .results()
                    .map(found -> found.group(1))
                    .toList();

            assertThat(shown).contains("/tasks");
            for (var path : shown) {
                var answer = answer(actor, path);
                var landed = answer.getRedirectedUrl() == null ? answer : answer(actor, answer.getRedirectedUrl());
                assertThat(landed.getStatus())
                        .as(role + " of " + unit + " at " + path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void merchant_accounts_have_an_entry_for_the_companys_finance_alone() throws Exception {
        assertThat(page(in(Shop.COMPANY, Role.FINANCE), "/tasks")).contains("href=\"/admin/merchants\"");
        assertThat(page(in(Shop.STORE, Role.FINANCE), "/tasks")).doesNotContain("href=\"/admin/merchants\"");
        assertThat(page(in(Shop.COMPANY, Role.ADMINISTRATOR), "/tasks")).doesNotContain("href=\"/admin/merchants\"");
    }

    @Test
    void letters_lead_to_one_entry_each() {
        var letters = Entry.ALL.stream().map(Entry::letter).toList();

        assertThat(letters).doesNotHaveDuplicates().allMatch(letter -> letter.matches("[a-z]"));
    }

    @Test
    void a_page_shows_the_way_back_to_the_list_that_it_lies_in() throws Exception {
        var number = shop.sign(Shop.resale());

        assertThat(trail(page(shop.clerk(), "/contracts/" + number))).isEqualTo("合同 " + number);
        assertThat(trail(page(in(Shop.COMPANY, Role.ADMINISTRATOR), "/admin/people/new")))
                .isEqualTo("管理 人员 新增人员");
        assertThat(page(shop.clerk(), "/contracts")).doesNotContain("class=\"trail\"");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_tour_of_a_role_has_four_to_six_stops_on_pages_that_it_may_open(Role role) throws Exception {
        var actor = in(Shop.STORE, role);
        var stops = TourStep.of(actor);

        assertThat(stops).hasSizeBetween(4, 6);
        for (var stop : stops) {
            var path = stop.path().isEmpty() ? "/tasks" : stop.path();
            assertThat(answer(actor, path).getStatus()).as(role + " at " + path).isEqualTo(200);
        }
    }

    @Test
    void the_tour_comes_once_for_each_role_a_person_is_given() {
        var id = organisation.user(Shop.COMPANY, Shop.STORE, "tour-new", "新人", "secret", Set.of(Role.CLERK));
        var person = shop.named("tour-new");
        assertThat(tours.isDue(person)).isTrue();

        tours.seen(person);
        tours.seen(person);
        assertThat(tours.isDue(person)).isFalse();

        var roles = new HashSet<>(person.roles());
        roles.add(Role.STORE_MANAGER);
        var promoted = new Actor(id, "tour-new", "新人", Shop.COMPANY, Shop.STORE, roles, person.stores(), null);
        assertThat(tours.isDue(promoted)).isTrue();
    }

    private static String trail(String page) {
        var from = page.indexOf("class=\"trail\"");
        var part = page.substring(page.indexOf('>', from) + 1, page.indexOf("</nav>", from));
        return part.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static Actor in(String unit, Role role) {
        return new Actor(
                UUID.randomUUID(),
                "n-" + role,
                role.name(),
                Shop.COMPANY,
                unit,
                Set.of(role),
                Set.of(Shop.STORE),
                null);
    }

    private String page(Actor actor, String path) throws Exception {
        var answer = answer(actor, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(Actor actor, String path) throws Exception {
        var roles = actor.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return pages.perform(get(path)
                        .with(authentication(new UsernamePasswordAuthenticationToken(
                                actor, null, AuthorityUtils.createAuthorityList(roles)))))
                .andReturn()
                .getResponse();
    }
}
