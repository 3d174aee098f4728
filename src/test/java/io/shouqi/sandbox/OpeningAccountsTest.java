package io.shouqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.shared.Refusal;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class OpeningAccountsTest extends SandboxTest {

    @Test
    void opening_twice_changes_nothing() {
        var before = account(Channel.WECHAT);
        sandbox.openFor("A", "安居房产");
        assertThat(account(Channel.WECHAT)).isEqualTo(before);
        assertThat(accounts.byId(before.id())).isEqualTo(before);
    }

    @Test
    void a_store_uses_its_own_account_and_others_use_the_companys() {
        company("B");
        jdbc.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city) values
                          ('B', 'B', 'COMPANY', '好房', null, null), ('B', 'B1', 'STORE', '望京店', 'B', '北京')
                        on conflict do nothing
                        """).update();
        sandbox.openFor("B", "好房");
        var companys = accounts.accountFor("B", "B1", Channel.ALIPAY);
        assertThat(companys.storeCode()).isNull();
        var own = new MerchantAccount(
                UUID.nameUUIDFromBytes(new byte[] {1}),
                "B",
                "B1",
                Channel.ALIPAY,
                "2088111111111111",
                "2021111111111111",
                companys.keys(),
                null);
        accounts.register(own);
        accounts.register(own);

        assertThat(accounts.accountFor("B", "B1", Channel.ALIPAY)).isEqualTo(own);
        assertThat(accounts.accountFor("B", "B2", Channel.ALIPAY)).isEqualTo(companys);
        jdbc.sql("delete from merchant_account where id = ?").param(own.id()).update();
    }

    @Test
    void a_company_without_an_account_is_told_so() {
        company("C");
        assertThatThrownBy(() -> accounts.accountFor("C", "C1", Channel.WECHAT))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                    assertThat(no.code()).isEqualTo("channel.noAccount.WECHAT");
                });
    }

    @Test
    void two_accounts_never_share_merchant_and_app() {
        company("D");
        var known = account(Channel.WECHAT);
        var same = new MerchantAccount(
                UUID.randomUUID(),
                "D",
                null,
                Channel.WECHAT,
                known.merchantId(),
                known.appId(),
                known.keys(),
                known.gateway());
        assertThatThrownBy(() -> accounts.register(same)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void the_last_key_of_a_channel_stays() {
        var account = account(Channel.ALIPAY);
        var keys = account.keys().channelKeys();
        var last = keys.get(keys.size() - 1).serial();
        keys.subList(0, keys.size() - 1).forEach(key -> accounts.distrust(account.id(), key.serial()));
        assertThatThrownBy(() -> accounts.distrust(account.id(), last)).isInstanceOf(Refusal.class);
        assertThat(account(Channel.ALIPAY).keys().channelKeys()).hasSize(1);
        assertThat(channels.query(account(Channel.ALIPAY), "P000000")).isNotNull();
    }

    @Test
    void accounts_follow_the_product_to_another_address() {
        var account = account(Channel.WECHAT);
        accounts.register(account.at(URI.create("http://127.0.0.1:1/sandbox/wechat")));
        sandbox.follow();
        assertThat(account(Channel.WECHAT)).isEqualTo(account);
    }

    private void company(String code) {
        jdbc.sql("insert into company(code, name, taxpayer) values (?, ?, 'GENERAL') on conflict do nothing")
                .params(code, code)
                .update();
    }
}
