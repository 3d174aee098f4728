package io.shouqi.access;

import io.shouqi.Shop;
import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.contract.Agent;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.payment.Cashier;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One store's business, of everything one thing. The name of its customer and the street of its home stand nowhere else,
 * so whoever reads them has seen into that store.
 */
record World(
        String company,
        String store,
        String contract,
        String receivable,
        String order,
        String receipt,
        String earnest,
        String adjustment,
        UUID task,
        UUID file,
        String link,
        String receiptCode,
        String customer,
        String street,
        UUID person,
        UUID key,
        UUID merchant,
        UUID instance) {

    /** Plays a contract up to the point where everything is there. */
    @TestComponent
    static class Maker {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        private final Shop shop;
        private final SigningDesk signing;
        private final FeeListDesk feeLists;
        private final Contracts contracts;
        private final CustomerLinks links;
        private final CollectionDesk collection;
        private final Cashier cashier;
        private final Organisation organisation;
        private final MerchantAccounts merchants;

        Maker(
                Shop shop,
                SigningDesk signing,
                FeeListDesk feeLists,
                Contracts contracts,
                CustomerLinks links,
                CollectionDesk collection,
                Cashier cashier,
                Organisation organisation,
                MerchantAccounts merchants) {
            this.shop = shop;
            this.signing = signing;
            this.feeLists = feeLists;
            this.contracts = contracts;
            this.links = links;
            this.collection = collection;
            this.cashier = cashier;
            this.organisation = organisation;
            this.merchants = merchants;
        }

        World of(String company, String store, Actor clerk, String customer, JdbcClient rows) {
            var street = customer + "胡同一号";
            var number = signing.sign(deal(company, store, customer, street, null), clerk)
                    .contractNo();
            var link = token(number);
            feeLists.confirm(contracts.byNumber(number), null, "signed paper", clerk);
            shop.settle();
            var receivables = collection.ofContract(number);
            var cash = new Cashier.Asked("CASH", "100.00", Map.of());
            var receipt = cashier.take(
                            List.of(receivables.get(0).number()),
                            cash,
                            clerk,
                            new Call(clerk.username(), "world", null, ""))
                    .receipt()
                    .receiptNo();
            var earnest = cashier.takeEarnest(
                            contracts.byNumber(number),
                            PartyRole.BUYER,
                            cash,
                            clerk,
                            new Call(clerk.username(), "world", null, ""))
                    .earnestNo();
            var waiting = signing.sign(
                            deal(
                                    company,
                                    store,
                                    customer,
                                    street,
                                    new NewContract.Discount(BigDecimal.valueOf(5), "老客户")),
                            clerk)
                    .contractNo();
            shop.settle();
            var person = hire(company, store, customer);
            var task = rows.sql("select id from task where subject = ? and status = 'OPEN'")
                    .param(waiting)
                    .query(UUID.class)
                    .single();
            organisation.apiKey(customer, "world-key-" + person, person);
            return new World(
                    company,
                    store,
                    number,
                    receivables.get(0).number(),
                    order(company, store, number, receivables.get(0).number(), rows),
                    receipt,
                    earnest,
                    adjustment(company, store, number, rows),
                    task,
                    file(task, person, rows),
                    link,
                    rows.sql("select token from receipt where number = ?")
                            .param(receipt)
                            .query(String.class)
                            .single(),
                    customer,
                    street,
                    person,
                    rows.sql("select id from api_key where user_id = ?")
                            .param(person)
                            .query(UUID.class)
                            .single(),
                    merchant(company, store),
                    instance(number, rows));
        }

        /** The contract's process. */
        private static UUID instance(String contract, JdbcClient rows) {
            return UUID.fromString(rows.sql("select instance from process_case where business_key = ?")
                    .param(contract)
                    .query(String.class)
                    .single());
        }

        /** A file on a task, added by somebody who is none of the visitors. */
        private static UUID file(UUID task, UUID person, JdbcClient rows) {
            var file = UUID.randomUUID();
            rows.sql("""
                            insert into task_attachment(id, task_id, name, type, size, added_by, added_by_name, added_at)
                            values (?, ?, '回单.txt', 'TXT', 1, ?, '外人', now())
                            """).params(file, task, person).update();
            rows.sql("insert into task_attachment_content(attachment_id, content) values (?, '1')")
                    .param(file)
                    .update();
            return file;
        }

        /** Somebody of that store; safe to repeat. */
        UUID hire(String company, String store, String name) {
            var username = "world-" + store.toLowerCase(Locale.ROOT);
            return organisation.user(company, store, username, name, "secret", Set.of(Role.AGENT));
        }

        /** An account of the store alone, at a channel that nobody answers for. */
        private UUID merchant(String company, String store) {
            var known = merchants.find(company, store, Channel.ALIPAY);
            if (known.isPresent()) {
                return known.get().id();
            }
            var lent = shop.merchant(Channel.ALIPAY);
            var account = new MerchantAccount(
                    UUID.randomUUID(),
                    company,
                    store,
                    Channel.ALIPAY,
                    "2088" + Integer.toUnsignedString(company.hashCode()),
                    "3" + Integer.toUnsignedString(store.hashCode()),
                    lent.keys(),
                    URI.create("http://127.0.0.1:9/gateway.do"));
            merchants.register(account);
            return account.id();
        }

        /** No channel is there to place one at. */
        private static String order(String company, String store, String contract, String receivable, JdbcClient rows) {
            var number = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
            rows.sql("""
                            insert into payment_order(id, number, company, store_code, contract_no, purpose, targets, channel,
                              merchant_account_id, amount_fen, subject, status, expires_at, next_query_at, created_at, version)
                            values (gen_random_uuid(), :number, :company, :store, :contract, 'RECEIVABLES', :receivable, :channel,
                              gen_random_uuid(), 100, 'x', 'CLOSED', now(), now(), now(), 0)
                            """)
                    .param("number", number)
                    .param("company", company)
                    .param("store", store)
                    .param("contract", contract)
                    .param("receivable", receivable)
                    .param("channel", Channel.WECHAT.name())
                    .update();
            return number;
        }

        /** One that was not agreed to. */
        private static String adjustment(String company, String store, String contract, JdbcClient rows) {
            var number = "TZ-20240301-" + UUID.randomUUID().toString().substring(0, 6);
            rows.sql("""
                            with asked as (
                              insert into approval(id, number, company, store_code, kind, subject, before_fen, after_fen, reason,
                                requested_by, requested_by_name, requested_at, levels, escalated, status, version)
                              values (gen_random_uuid(), 'A' || :number, :company, :store, 'BACK_DATED', :contract, 2, 1, 'x',
                                gen_random_uuid(), 'x', now(), 'STORE_MANAGER', false, 'REJECTED', 0) returning number)
                            insert into fee_adjustment(id, number, company, store_code, contract_no, table_version, reason, status,
                              before_fen, after_fen, approval, requested_by, requested_by_name, requested_at, ended_at, version)
                            select gen_random_uuid(), :number, :company, :store, :contract, 1, 'x', 'REJECTED', 2, 1, number,
                              gen_random_uuid(), 'x', now(), now(), 0 from asked
                            """)
                    .param("number", number)
                    .param("company", company)
                    .param("store", store)
                    .param("contract", contract)
                    .update();
            return number;
        }

        private String token(String contract) {
            return links.token(contracts.feeList(contract).confirmations().get(0));
        }

        private static NewContract deal(
                String company, String store, String customer, String street, NewContract.Discount discount) {
            var external = UUID.randomUUID().toString();
            return new NewContract(
                    company,
                    external,
                    external,
                    DealType.RESALE,
                    store,
                    "北京",
                    Shop.SIGNED,
                    Money.ofYuan("5000000"),
                    null,
                    street,
                    "朝阳",
                    null,
                    List.of(
                            new Person(PartyRole.BUYER, customer, "+8613800138000", null, null),
                            new Person(PartyRole.SELLER, customer, "+8613900139000", null, null)),
                    List.of(new Agent("t-agent", "赵", "LISTING")),
                    null,
                    List.of(),
                    List.of(new InstalmentTerm(Milestone.SIGNING, null, HUNDRED)),
                    discount);
        }
    }
}
