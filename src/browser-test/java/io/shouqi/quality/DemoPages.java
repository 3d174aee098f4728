package io.shouqi.quality;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.shouqi.BrowserTest;
import io.shouqi.EveryRow;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.identity.Users;
import io.shouqi.workflow.ModelDrafts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration as people find it, with everybody signed in once. */
@ActiveProfiles({"test", "demo"})
@TestPropertySource(
        properties = {
            "server.port=0",
            "shouqi.workflow.job-executor=true",
            "shouqi.outbox.automatic=true",
            "shouqi.public-url=http://127.0.0.1"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(DemoPages.TheDemosClock.class)
abstract class DemoPages extends BrowserTest {

    /** The demonstration plays the past by a clock of its own, so that one is the application's here. */
    @TestConfiguration(proxyBeanMethods = false)
    static class TheDemosClock {

        @Bean
        static BeanDefinitionRegistryPostProcessor demosClockFirst() {
            return registry -> registry.getBeanDefinition("testClock").setPrimary(false);
        }
    }

    private final Map<String, String> signedIn = new HashMap<>();

    @Autowired
    @EveryRow
    private JdbcClient rows;

    @Autowired
    private Contracts contracts;

    @Autowired
    private CustomerLinks links;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ModelDrafts drafts;

    @Autowired
    private Users users;

    @BeforeEach
    void the_demonstration_has_been_played() {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rows.sql("select count(*) from contract where status = 'CLOSED'")
                                .query(Long.class)
                                .single()
                        >= 2);
    }

    DemoThings things() {
        return new DemoThings(rows, contracts, links, transaction, drafts, users);
    }

    /** A window in that look for whoever works on that page. */
    Browser.NewContextOptions signedIn(Place place, Look look) {
        var user = place.user();
        var options = look.window();
        return user == null ? options : options.setStorageState(signedIn.computeIfAbsent(user, this::signIn));
    }

    private String signIn(String user) {
        var page = desk();
        logIn(page, user, "demo");
        page.waitForURL(url -> !url.contains("/login"));
        return page.context().storageState();
    }

    /** Islands have drawn, or said that they could not. */
    static void settle(Page page) {
        PlaywrightAssertions.assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }
}
