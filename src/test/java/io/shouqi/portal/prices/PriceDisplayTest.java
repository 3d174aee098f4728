package io.shouqi.portal.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What hangs on the wall of the store, read by somebody without a login. */
@ShouqiTest
class PriceDisplayTest {

    private static final String ADDRESS = "/prices/" + Shop.COMPANY + "/" + Shop.STORE;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Shop shop;

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
    void a_stranger_reads_the_tariff_in_force() throws Exception {
        var page = read(ADDRESS);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("自 2023-09-01 起执行", "二手房买卖", "成交价的 1%", "不超过 ¥1,000,000", "本档部分的 2.5‰", "代收", "望京店")
                .doesNotContain("成交价的 2.2%", "??");
    }

    @Test
    void the_tariff_of_then_hung_there_then() throws Exception {
        var now = clock.instant();
        try {
            clock.set(Instant.parse("2023-06-01T02:00:00Z"));
            assertThat(read(ADDRESS).getContentAsString()).contains("成交价的 2.2%").doesNotContain("成交价的 1%");
        } finally {
            clock.set(now);
        }
    }

    @Test
    void english_customers_read_it_in_english() throws Exception {
        assertThat(read(ADDRESS + "?lang=en").getContentAsString())
                .contains("Price list", "1% of the price", "Buyer")
                .doesNotContain("成交价", "??");
    }

    @Test
    void a_store_that_is_not_there_has_none() throws Exception {
        assertThat(read("/prices/" + Shop.COMPANY + "/NOWHERE").getStatus()).isEqualTo(404);
        assertThat(read("/prices/NOBODY/" + Shop.STORE).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse read(String address) throws Exception {
        var answer = pages.perform(get(address)).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
