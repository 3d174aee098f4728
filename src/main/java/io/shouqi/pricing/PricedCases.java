package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each fee list was computed from, so that other rules can be tried on it later. */
@Service
public class PricedCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    PricedCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction that makes the fee list. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(PricedDeal deal) {
        var asked = deal.request();
        jdbc.sql("""
                        insert into priced_case(company, contract_no, edition, store_code, agents, agent_names, signed_on,
                               priced_at, type, city, price_fen, monthly_rent_fen, services, discount_percent,
                               table_version, total_fen, codes, payers, groups, taxes, amounts, sheet_rows)
                        values (:company, :contract, :edition, :store, :agents, :names, :signedOn, :now, :type, :city,
                                :price, :rent, :services, :discount, :version, :total, :codes, :payers, :groups, :taxes,
                                :amounts, :rows)
                        """)
                .param("company", asked.company())
                .param("contract", deal.contractNo())
                .param("edition", deal.edition())
                .param("store", asked.storeCode())
                .param(
                        "agents",
                        deal.agents().stream().map(PricedDeal.Agent::username).toArray(String[]::new))
                .param(
                        "names",
                        deal.agents().stream().map(PricedDeal.Agent::name).toArray(String[]::new))
                .param("signedOn", asked.signedOn())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("type", asked.type().name())
                .param("city", asked.city())
                .param("price", fen(asked.price()))
                .param("rent", fen(asked.monthlyRent()))
                .param("services", asked.services().toArray(String[]::new))
                .param("discount", asked.discountPercent())
                .param("version", version(deal.quote()))
                .param("total", deal.quote().total().fen())
                .param("codes", texts(deal.quote(), FeeLine::code))
                .param("payers", texts(deal.quote(), line -> line.payer().name()))
                .param("groups", texts(deal.quote(), line -> line.group().name()))
                .param("taxes", texts(deal.quote(), line -> Objects.requireNonNullElse(line.tax(), "")))
                .param(
                        "amounts",
                        deal.quote().lines().stream()
                                .map(line -> line.amount().fen())
                                .toArray(Long[]::new))
                .param(
                        "rows",
                        deal.quote().lines().stream()
                                .map(line -> line.why().row())
                                .toArray(Integer[]::new))
                .update();
    }

    /** After those that are kept of a contract. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int nextEdition(String contractNo) {
        return jdbc.sql("select coalesce(max(edition), 0) + 1 from priced_case where contract_no = ?")
                .param(contractNo)
                .query(Integer.class)
                .single();
    }

    /** The contract came to nothing: it is no case any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String contractNo) {
        jdbc.sql("update priced_case set ended_at = ? where contract_no = ?")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), contractNo)
                .update();
    }

    private static int version(Quote quote) {
        return quote.lines().stream()
                .mapToInt(line -> line.why().version())
                .findFirst()
                .orElse(0);
    }

    private static String[] texts(Quote quote, Function<FeeLine, String> text) {
        return quote.lines().stream().map(text).toArray(String[]::new);
    }

    private static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }
}
