package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouqi.BrowserTest;
import io.shouqi.Shop;
import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.audit.Sealer;
import io.shouqi.contract.SigningDesk;
import io.shouqi.database.Caller;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditPageTest extends BrowserTest {

    private static final String AUDITOR = "t-auditor";

    @Autowired
    private Shop shop;

    @Autowired
    private Organisation organisation;

    @Autowired
    private SigningDesk signing;

    @Autowired
    private Sealer sealer;

    @Autowired
    private AuditTrail trail;

    private String contract;

    @BeforeEach
    void something_happened() {
        shop.open();
        organisation.user(Shop.COMPANY, Shop.COMPANY, AUDITOR, "钱审计", "secret", Set.of(Role.AUDITOR));
        contract = shop.confirmed(Shop.resale());
        var cancelled = shop.sign(Shop.resale());
        shop.manager()
                .through(Caller.Via.PAGE, "10.9.8.7")
                .run(() -> signing.cancel(shop.contract(cancelled), "客户改主意"));
        sealer.seal();
    }

    @Test
    void an_auditor_finds_what_happened_to_a_contract_and_sees_that_it_is_sealed() {
        var page = desk();
        open(page);
        look(page, "audit-desk");

        page.fill("input[name=subject]", contract);
        page.keyboard().press("Enter");
        page.waitForURL("**subject=" + contract + "**");
        assertThat(page.locator("#list-rows tr").first()).containsText(contract);
        page.locator("#list-rows .row-link").first().click();
        assertThat(page.locator("main dl.facts")).containsText("核验无误");
        look(page, "audit-event-desk");
    }

    @Test
    void an_auditor_on_the_way_reads_the_log_on_the_phone() {
        var page = phone();
        open(page);
        look(page, "audit-phone");

        // the newest is the auditor's own login, which no sealer has seen yet
        page.locator("#list-rows .row-link").nth(1).click();
        assertThat(page.locator("main dl.facts")).containsText("核验无误");
        look(page, "audit-event-phone");
    }

    @Test
    void a_long_address_that_was_refused_does_not_push_the_phone_sideways() {
        var address = "GET /contracts/" + "0123456789abcdef".repeat(8);
        shop.manager()
                .through(Caller.Via.PAGE, "2001:0db8:85a3:0000:0000:8a2e:0370:7334")
                .run(() -> trail.record(AuditEntry.refused("page", address, "403")));
        var page = phone();
        open(page);

        page.navigate("/audit?who=manager&action=access.refused");
        assertThat(page.locator("#list-rows tr").first()).containsText(address);
        look(page, "audit-refused-phone");
        page.locator("#list-rows .row-link").first().click();
        assertThat(page.locator("h1")).containsText(address);
        assertFits(page);
    }

    @Test
    void an_auditor_verifies_the_chain_and_watches_until_it_is_done() {
        var page = desk();
        open(page);
        page.click("text=核验链条");
        page.click("text=开始核验");

        assertThat(page.locator("#verification .status-word").first())
                .hasText("完好", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        look(page, "audit-verify-desk");
    }

    private void open(Page page) {
        logIn(page, AUDITOR, "secret");
        page.navigate("/audit");
        assertThat(page.locator("#list-rows tr").first()).isVisible();
    }

    /** In both lights. */
    private void look(Page page, String name) {
        assertFits(page);
        assertAccessible(page);
        picture(page, name);
        switchTheme(page);
        assertAccessible(page);
        picture(page, name + "-dark");
        switchTheme(page);
    }
}
