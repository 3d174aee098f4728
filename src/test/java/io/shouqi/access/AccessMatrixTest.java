package io.shouqi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.pricing.RuleTables;
import io.shouqi.workflow.Deployments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every registered endpoint, called by every role, with the things of the own store, of another store and company. */
@ShouqiTest
@Import(World.Maker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final String OTHER_STORE = "TT02";
    private static final String OTHER_COMPANY = "UU";
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Last seen, last used: they tell of the visitors themselves. */
    private static final Pattern TIME = Pattern.compile("(\\d{4}-)?\\d{2}-\\d{2} \\d{2}:\\d{2}(:\\d{2})?|没用过");

    private static final String REVIEWED = "/access.csv";

    @LocalServerPort
    int port;

    @Autowired
    @EveryRow
    JdbcClient rows;

    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Map<Role, Visitor> visitors = new TreeMap<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();
    private World own;
    private World otherStore;
    private World otherCompany;

    @BeforeAll
    void settle(
            @Autowired Shop shop,
            @Autowired World.Maker worlds,
            @Autowired Organisation organisation,
            @Autowired Users users,
            @Autowired RuleTables rules,
            @Autowired Deployments deployments,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        shop.open();
        endpoints.addAll(Endpoint.registered(mappings));
        for (var role : Role.values()) {
            var username = "matrix-" + role.name().toLowerCase(java.util.Locale.ROOT);
            var user = organisation.user(Shop.COMPANY, Shop.STORE, username, username, "secret", Set.of(role));
            organisation.apiKey("matrix", username + "-key", user);
            visitors.put(role, new Visitor(port, username));
        }
        own = worlds.of(Shop.COMPANY, Shop.STORE, shop.clerk(), "自家客", rows);
        // colleagues of the whole company may be chosen as deputies, so all are there before
        worlds.hire(Shop.COMPANY, OTHER_STORE, "外店客");
        before.putAll(lists());
        otherStore = worlds.of(Shop.COMPANY, OTHER_STORE, shop.named("t-elsewhere"), "外店客", rows);
        organisation.company(OTHER_COMPANY, "外司", "GENERAL");
        organisation.area(OTHER_COMPANY, "UUA", "外区");
        organisation.store(new Store(OTHER_COMPANY, "UU01", "外司店", "外区", "北京", "010-1", "外街"), "UUA");
        organisation.user(OTHER_COMPANY, "UU01", "u-clerk", "u-clerk", "secret", Set.of(Role.CLERK, Role.CASHIER));
        rules.seed(OTHER_COMPANY);
        deployments.seed(OTHER_COMPANY);
        otherCompany =
                worlds.of(OTHER_COMPANY, "UU01", users.byUsername("u-clerk").orElseThrow(), "外司客", rows);
        after.putAll(lists());
    }

    @Test
    void every_endpoint_stands_in_the_reviewed_list_with_its_roles() {
        var reviewed = new TreeMap<String, String>();
        reviewedLines()
                .forEach(line ->
                        reviewed.put(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1)));
        var declared = new TreeMap<String, String>();
        endpoints.forEach(endpoint -> declared.put(endpoint.toString(), roles(endpoint)));

        assertThat(declared)
                .as("src/test/resources/access.csv says who may call what; an endpoint without roles is closed")
                .isEqualTo(reviewed)
                .doesNotContainValue("");
    }

    @Test
    void a_role_that_is_not_listed_is_refused_whatever_it_names() {
        var wrong = new ArrayList<String>();
        var visited = 0;
        for (var endpoint : guarded()) {
            for (var role : EnumSet.complementOf(EnumSet.copyOf(endpoint.roles()))) {
                for (var world : List.of(own, otherStore, otherCompany)) {
                    visited++;
                    check(wrong, endpoint, role, call(endpoint, role, world), Set.of(403));
                }
            }
        }
        report("refused roles", visited);
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_listed_role_is_let_in_to_the_things_of_its_own_store() {
        var wrong = new ArrayList<String>();
        var visited = 0;
        for (var endpoint : guarded()) {
            for (var role : endpoint.roles()) {
                visited++;
                var status = call(endpoint, role, own).status();
                var taskOfOthers =
                        endpoint.path().matches(".*/tasks/(\\{id}|attachments/).*") && role != Role.STORE_MANAGER;
                // a file is taken away by who added it: TaskWorkTest
                var fileOfOthers = endpoint.path().endsWith("/attachments/{file}/remove");
                // what only those who see the whole company do: FinanceAndMerchantsTest, ManagingTheOrganisationTest
                var companysAlone = endpoint.path().equals("/admin/units/areas")
                        || (endpoint.path().startsWith("/admin/merchants") && role == Role.FINANCE);
                if (status >= 500
                        || status == 401
                        || (status == 403 && !companysAlone && !fileOfOthers)
                        || (status == 404 && !taskOfOthers && endpoint.thing(own) != null)) {
                    wrong.add(endpoint + " as " + role + ": " + status);
                }
            }
        }
        report("let in", visited);
        assertThat(wrong).isEmpty();
    }

    @Test
    void things_of_another_store_or_company_are_answered_as_if_they_did_not_exist() {
        var wrong = new ArrayList<String>();
        var visited = 0;
        for (var endpoint : guarded()) {
            if (endpoint.thing(own) == null) {
                continue;
            }
            for (var role : endpoint.roles()) {
                var unknown = visit(endpoint, role, nobodys(endpoint));
                for (var world : List.of(otherStore, otherCompany)) {
                    visited++;
                    var answer = call(endpoint, role, world);
                    if (answer.status() < 400 || answer.status() >= 500 || !answer.equals(unknown)) {
                        wrong.add(endpoint + " as " + role + ": " + answer + " instead of " + unknown);
                    }
                    leaks(wrong, endpoint, role, answer);
                }
            }
        }
        report("other stores' and companies' things", visited);
        assertThat(wrong).isEmpty();
    }

    @Test
    void lists_counts_and_searches_say_the_same_whether_other_stores_have_business_or_not() {
        report("lists, counts, searches", after.size());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .allSatisfy(call -> assertThat(after.get(call)).as(call).isEqualTo(before.get(call)));
    }

    @Test
    void searching_for_what_another_store_has_finds_nothing() {
        var wrong = new ArrayList<String>();
        var visited = 0;
        for (var world : List.of(otherStore, otherCompany)) {
            for (var path : List.of(
                    "/contracts?q=" + Visitor.encoded(world.customer()),
                    "/contracts?q=" + world.contract(),
                    "/contracts?cursor=" + world.contract(),
                    "/cashier?q=" + Visitor.encoded(world.customer()),
                    "/cashier?contract=" + world.contract(),
                    "/cashier?receivable=" + world.receivable(),
                    "/admin/people?q=" + Visitor.encoded(world.customer()),
                    "/admin/people?unit=" + world.store(),
                    "/contracts/" + own.contract() + "/diagram?process=contract-to-payment&key=" + world.contract(),
                    "/api/v1/receivables?contractNo=" + world.contract(),
                    "/api/v1/receivables?storeCode=" + world.store(),
                    "/api/v1/receivables?cursor=" + world.receivable(),
                    "/api/v1/ledger/trial-balance?storeCode=" + world.store())) {
                for (var visitor : visitors.entrySet()) {
                    visited++;
                    var answer = visitor.getValue().get(path);
                    if (answer.status() >= 500) {
                        wrong.add(path + " as " + visitor.getKey() + ": " + answer.status());
                    }
                    if (answer.body().contains(world.street())
                            || answer.body().contains(world.person().toString())) {
                        wrong.add(path + " as " + visitor.getKey() + " leaks");
                    }
                }
            }
        }
        report("searches for foreign things", visited);
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_customers_link_opens_its_own_contract_alone() {
        var stranger = Visitor.stranger(port);
        var statuses = new LinkedHashMap<String, Integer>();
        for (var world : List.of(otherStore, otherCompany)) {
            for (var path : List.of(
                    "/c/" + own.link() + "/payments/" + world.order(),
                    "/c/" + own.link() + "/payments/" + world.order() + "/state",
                    "/c/" + own.link() + "/receipts/" + world.receipt() + ".pdf")) {
                statuses.put(path, stranger.get(path).status());
            }
        }
        statuses.put("/c/nobodys-link", stranger.get("/c/nobodys-link").status());
        assertThat(statuses.values()).containsOnly(404);
        assertThat(stranger.get("/c/" + own.link()).status()).isEqualTo(200);
    }

    @Test
    void without_a_login_nothing_opens_but_the_open_doors() {
        var stranger = Visitor.stranger(port);
        var wrong = new ArrayList<String>();
        for (var endpoint : guarded()) {
            var status = stranger.call(endpoint, at(endpoint, own)).status();
            // a browser is led to the login page; a post without a token is refused before anybody asks who it is
            if (!(endpoint.isApi() ? Set.of(401) : Set.of(302, 401, 403)).contains(status)) {
                wrong.add(endpoint + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> lists() {
        var answers = new LinkedHashMap<String, String>();
        for (var endpoint : guarded()) {
            if (endpoint.isRead() && !endpoint.namesSomething() && !endpoint.isWorkbook()) {
                for (var role : endpoint.roles()) {
                    answers.put(
                            endpoint + " as " + role,
                            TIME.matcher(visitors.get(role).get(endpoint.path()).body())
                                    .replaceAll("TIME"));
                }
            }
        }
        return answers;
    }

    private List<Endpoint> guarded() {
        return endpoints.stream()
                .filter(endpoint ->
                        endpoint.roles() != null && !endpoint.roles().isEmpty())
                .toList();
    }

    private Visitor.Answer call(Endpoint endpoint, Role role, World world) {
        return visit(endpoint, role, at(endpoint, world));
    }

    private Visitor.Answer visit(Endpoint endpoint, Role role, String thing) {
        return visitors.get(role).call(endpoint, thing);
    }

    private static String at(Endpoint endpoint, World world) {
        var thing = endpoint.thing(world);
        return thing == null ? "1" : thing;
    }

    private String nobodys(Endpoint endpoint) {
        var known = String.valueOf(endpoint.thing(own));
        return UUID_SHAPE.matcher(known).matches() ? UUID.randomUUID().toString() : "XX-20240101-999999";
    }

    private static void check(
            List<String> wrong, Endpoint endpoint, Role role, Visitor.Answer answer, Set<Integer> right) {
        if (!right.contains(answer.status())) {
            wrong.add(endpoint + " as " + role + ": " + answer.status());
        }
    }

    private void leaks(List<String> wrong, Endpoint endpoint, Role role, Visitor.Answer answer) {
        for (var world : List.of(otherStore, otherCompany)) {
            if (answer.body().contains(world.customer()) || answer.body().contains(world.street())) {
                wrong.add(endpoint + " as " + role + " tells of " + world.customer());
            }
        }
    }

    private static String roles(Endpoint endpoint) {
        var roles = endpoint.roles();
        if (roles == null) {
            return "OPEN";
        }
        return roles.size() == Role.values().length
                ? "STAFF"
                : String.join(" ", roles.stream().map(Enum::name).sorted().toList());
    }

    private static List<String> reviewedLines() {
        try (var file = AccessMatrixTest.class.getResourceAsStream(REVIEWED)) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(String what, int visited) {
        System.out.println("access matrix: " + visited + " calls, " + what);
    }
}
