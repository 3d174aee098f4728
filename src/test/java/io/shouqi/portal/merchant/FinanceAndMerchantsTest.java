package io.shouqi.portal.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Firm;
import io.shouqi.ShouqiTest;
import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.identity.Role;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class FinanceAndMerchantsTest {

    private static final String API_V3_KEY = "abcdefghijklmnopqrstuvwxyz012345";
    private static final AtomicLong NUMBERS = new AtomicLong(1_600_000_000);

    @Autowired
    WebApplicationContext application;

    @Autowired
    MerchantAccounts merchants;

    @Autowired
    @EveryRow
    JdbcClient rows;

    private final KeyPair merchant = pair(2048);
    private final KeyPair platform = pair(2048);
    private final String number = Long.toString(NUMBERS.incrementAndGet());
    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(application);
        firm.hire("money", firm.code, Role.FINANCE);
        firm.hire("money-n1", "N1", Role.FINANCE);
    }

    @Test
    void keys_go_in_and_never_come_out() throws Exception {
        var page = firm.page("admin", add("admin", "WECHAT", "").getRedirectedUrl());

        assertThat(page)
                .contains("已设置", "指纹", number)
                .doesNotContain(text(merchant.getPrivate().getEncoded()).substring(0, 60))
                .doesNotContain(API_V3_KEY);
        var keys = account("").keys();
        assertThat(keys.apiV3Key()).isEqualTo(API_V3_KEY);
        assertThat(keys.privateKey()).isEqualTo(text(merchant.getPrivate().getEncoded()));
    }

    @Test
    void what_is_left_empty_stays_and_the_gateway_cannot_be_sent() throws Exception {
        add("admin", "WECHAT", "");
        var before = account("");

        firm.post(
                "admin",
                "/admin/merchants/" + before.id(),
                "merchantId",
                number,
                "appId",
                "wx0000000000000009",
                "serial",
                "5157F09EFDC096DE15EBE81A47057A7232F1B8E2",
                "gateway",
                "http://evil.example");

        var after = account("");
        assertThat(after.appId()).isEqualTo("wx0000000000000009");
        assertThat(after.keys().privateKey()).isEqualTo(before.keys().privateKey());
        assertThat(after.keys().apiV3Key()).isEqualTo(API_V3_KEY);
        assertThat(after.gateway()).isNull();
    }

    @Test
    void keys_that_are_none_are_named() throws Exception {
        var weak = text(pair(1024).getPrivate().getEncoded());
        var answer = firm.post(
                "admin",
                "/admin/merchants",
                "channel",
                "WECHAT",
                "merchantId",
                "mine",
                "appId",
                "w x",
                "privateKey",
                weak,
                "serial",
                "!",
                "apiV3Key",
                "short",
                "keyName",
                "PUB_KEY_ID_1",
                "publicKey",
                "-----BEGIN NOTHING-----");

        assertThat(answer.getContentAsString())
                .contains("data-field=\"merchantId\"", "data-field=\"appId\"", "data-field=\"privateKey\"")
                .contains("data-field=\"serial\"", "data-field=\"apiV3Key\"", "data-field=\"publicKey\"")
                .doesNotContain(weak);
    }

    @Test
    void a_merchant_is_entered_once_and_nobody_hears_who_has_it() throws Exception {
        var other = new Firm(application);
        add("admin", "WECHAT", "");

        assertThat(add("admin", "WECHAT", "").getContentAsString()).contains("这里已经有这个渠道的商户号");
        var taken = other.post("admin", "/admin/merchants", fields("WECHAT", ""));
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(taken.getContentAsString()).contains("已经在用").doesNotContain(firm.code);
    }

    @Test
    void a_merchant_of_another_company_is_refused_with_another_app_too_and_the_own_one_serves_many_stores()
            throws Exception {
        var other = new Firm(application);
        add("admin", "WECHAT", "");

        var taken = other.post("admin", "/admin/merchants", withApp("wx0000000000000077", "N1"));
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(taken.getContentAsString())
                .contains("data-field=\"merchantId\"", "已经在用")
                .doesNotContain(firm.code);
        assertThat(firm.post("admin", "/admin/merchants", withApp("wx0000000000000078", "N1"))
                        .getStatus())
                .isEqualTo(302);
    }

    private String[] withApp(String app, String store) {
        var fields = fields("WECHAT", store);
        fields[java.util.Arrays.asList(fields).indexOf("appId") + 1] = app;
        return fields;
    }

    @Test
    void the_channels_keys_rotate_and_the_last_one_stays() throws Exception {
        add("admin", "ALIPAY", "");
        var id = account("").id();
        var first = account("").keys().channelKeys().get(0).serial();
        assertThat(first).startsWith("ALIPAY-");

        var refused = firm.post("admin", "/admin/merchants/" + id + "/keys/withdraw", "keyName", first);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("最后一把公钥");
        assertThat(firm.page("admin", "/admin/merchants/" + id)).doesNotContain("撤掉");
        assertThat(account("").keys().channelKeys()).hasSize(1);

        var next = text(pair(2048).getPublic().getEncoded());
        firm.post("admin", "/admin/merchants/" + id + "/keys", "publicKey", next);
        assertThat(firm.page("admin", "/admin/merchants/" + id)).contains("撤掉");
        assertThat(firm.post("admin", "/admin/merchants/" + id + "/keys/withdraw", "keyName", "ALIPAY-NONE")
                        .getStatus())
                .isEqualTo(404);
        firm.post("admin", "/admin/merchants/" + id + "/keys/withdraw", "keyName", first);
        assertThat(account("").keys().channelKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.publicKey()).isEqualTo(next));
    }

    @Test
    void another_key_under_a_known_name_is_refused() throws Exception {
        add("admin", "WECHAT", "");

        var answer = firm.post(
                "admin",
                "/admin/merchants/" + account("").id() + "/keys",
                "keyName",
                "PUB_KEY_ID_0100000000000001",
                "publicKey",
                text(pair(2048).getPublic().getEncoded()));

        assertThat(answer.getContentAsString()).contains("已经有另一把公钥");
    }

    @Test
    void a_check_that_reaches_nobody_says_so() throws Exception {
        add("admin", "ALIPAY", "");
        merchants.register(account("").at(URI.create("http://127.0.0.1:9/gateway.do")));

        assertThat(application
                        .getBean(MerchantDesk.class)
                        .check(actor("admin"), account("").id()))
                .isEqualTo(MerchantDesk.Answer.UNCERTAIN);
    }

    @Test
    void finance_of_the_company_looks_without_keys_and_changes_nothing() throws Exception {
        add("admin", "WECHAT", "");
        var path = "/admin/merchants/" + account("").id();

        assertThat(firm.page("money", "/admin/merchants")).contains(number).doesNotContain("指纹", "已设置");
        assertThat(firm.page("money", path)).contains(number).doesNotContain("指纹", "PUB_KEY_ID", "<textarea");
        for (var act : List.of("", "/keys", "/keys/withdraw", "/check")) {
            assertThat(firm.post("money", path + act, "keyName", "x").getStatus())
                    .isEqualTo(403);
        }
        assertThat(firm.get("money-n1", "/admin/merchants").getStatus()).isEqualTo(403);
        assertThat(firm.get("money-n1", path).getStatus()).isEqualTo(403);
        assertThat(firm.get("clerk", "/admin/merchants").getStatus()).isEqualTo(403);
    }

    @Test
    void an_area_administrator_enters_accounts_of_the_areas_stores_alone() throws Exception {
        add("admin", "WECHAT", "");
        assertThat(add("north", "ALIPAY", "").getContentAsString()).contains("没有这家门店");
        assertThat(add("north", "ALIPAY", "S1").getContentAsString()).contains("没有这家门店");
        assertThat(add("north", "ALIPAY", "N1").getStatus()).isEqualTo(302);

        assertThat(firm.page("north", "/admin/merchants")).contains("N1店").doesNotContain("全公司");
        assertThat(firm.get("north", "/admin/merchants/" + account("").id()).getStatus())
                .isEqualTo(404);
        assertThat(firm.page("admin", "/admin/merchants")).contains("N1店", "全公司");
    }

    @Test
    void another_companys_accounts_do_not_exist() throws Exception {
        add("admin", "WECHAT", "");
        var other = new Firm(application);
        var path = "/admin/merchants/" + account("").id();

        assertThat(other.page("admin", "/admin/merchants")).doesNotContain(number);
        assertThat(other.get("admin", path).getStatus()).isEqualTo(404);
        for (var act : List.of("", "/keys", "/keys/withdraw", "/check")) {
            assertThat(other.post("admin", path + act, "keyName", "x").getStatus())
                    .isEqualTo(404);
        }
    }

    private io.shouqi.identity.Actor actor(String who) {
        return application
                .getBean(io.shouqi.identity.Users.class)
                .byUsername(firm.username(who))
                .orElseThrow();
    }

    private MerchantAccount account(String store) {
        return merchants.of(firm.code).stream()
                .filter(account -> store.isEmpty() ? account.storeCode() == null : store.equals(account.storeCode()))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse add(String who, String channel, String store) throws Exception {
        return firm.post(who, "/admin/merchants", fields(channel, store));
    }

    private String[] fields(String channel, String store) {
        var fields = new ArrayList<>(List.of(
                "channel",
                channel,
                "store",
                store,
                "merchantId",
                number,
                "appId",
                "wx" + number,
                "privateKey",
                text(merchant.getPrivate().getEncoded()),
                "publicKey",
                text(platform.getPublic().getEncoded())));
        if (channel.equals(Channel.WECHAT.name())) {
            fields.addAll(List.of(
                    "serial", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
                    "apiV3Key", API_V3_KEY,
                    "keyName", "PUB_KEY_ID_0100000000000001"));
        }
        return fields.toArray(String[]::new);
    }

    private static KeyPair pair(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
