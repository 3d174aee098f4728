package io.shouqi.bench;

import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccounts;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that wait for their payers, as many as wanted, without asking the channel for each. */
final class BenchOrders {

    private final ApplicationContext application;
    private final JdbcClient jdbc;

    BenchOrders(ApplicationContext application, JdbcClient jdbc) {
        this.application = application;
        this.jdbc = jdbc;
    }

    /** @return numbers of the orders, in an order that seldom meets the same receivable twice in a row */
    List<String> place(int perReceivable) {
        var account = application.getBean(MerchantAccounts.class).accountFor("JR", "BJ01", Channel.WECHAT);
        jdbc.sql(
                        """
                        insert into payment_order(id, number, company, store_code, contract_no, purpose, targets, channel,
                          merchant_account_id, amount_fen, subject, status, code_url, expires_at, next_query_at, created_at, version)
                        select gen_random_uuid(), 'BP' || lpad((row_number() over (order by g, r.number))::text, 12, '0'), r.company,
                               r.store_code, r.contract_no, 'RECEIVABLES', r.number, 'WECHAT', :account, 1050, 'bench', 'PLACED',
                               'weixin://bench', now() + interval '1 day', now() + interval '1 day', now(), 0
                          from receivable r join contract c on c.number = r.contract_no, generate_series(1, :per) g
                         where c.external_no like 'B-%'
                        """)
                .param("account", account.id())
                .param("per", perReceivable)
                .update();
        jdbc.sql("select 1 from payment_order limit 1").query(Integer.class).single();
        return jdbc.sql("select number from payment_order where number like 'BP%' order by number")
                .query(String.class)
                .list();
    }
}
