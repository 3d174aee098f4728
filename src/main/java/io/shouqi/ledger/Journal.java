package io.shouqi.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.live.LiveKind;
import io.shouqi.live.LiveNews;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where vouchers are posted, in the transaction of the money they tell of. */
@Service
public class Journal {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LiveNews news;

    Journal(JdbcClient jdbc, Clock clock, LiveNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    /**
     * Posts a voucher and its entries in one statement, which the database checks for balance.
     *
     * @return false where this event of this source was posted before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(Voucher voucher) {
        if (voucher.entries().isEmpty()) {
            return false;
        }
        var entries = voucher.entries();
        var written = jdbc.sql("""
                        with v as (
                          insert into voucher(id, number, company, store_code, day, event, source, subject, summary, posted_at)
                          values (:id, 'V-' || :date || '-' || lpad(nextval('voucher_number')::text, 6, '0'), :company,
                                  :store, :day, :event, :source, :subject, :summary, :now)
                          on conflict (company, event, source) do nothing returning id)
                        insert into journal_entry(voucher_id, line, account, party, debit, credit)
                        select v.id, e.line, e.account, e.party,
                               case when e.side = 'DEBIT' then e.amount end, case when e.side = 'CREDIT' then e.amount end
                          from v, unnest(:accounts::text[], :parties::text[], :sides::text[], :amounts::bigint[])
                                    with ordinality as e(account, party, side, amount, line)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("date", voucher.day().format(DateTimeFormatter.BASIC_ISO_DATE))
                .param("company", voucher.company())
                .param("store", voucher.storeCode())
                .param("day", voucher.day())
                .param("event", voucher.event().name())
                .param("source", voucher.source())
                .param("subject", voucher.subject())
                .param("summary", voucher.summary())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("accounts", entries.stream().map(e -> e.account().code()).toArray(String[]::new))
                .param("parties", entries.stream().map(Entry::party).toArray(String[]::new))
                .param("sides", entries.stream().map(e -> e.side().name()).toArray(String[]::new))
                .param("amounts", entries.stream().map(e -> e.amount().fen()).toArray(Long[]::new))
                .update();
        // whatever moves money is posted here
        news.announce(LiveKind.MONEY, voucher.company(), voucher.storeCode());
        return written > 0;
    }
}
