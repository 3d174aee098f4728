package io.shouqi.commission;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.contract.Contract;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shares of each contract and what of them is earned. Rows are only ever added. */
@Repository
@Transactional
class Shares {

    private final JdbcClient jdbc;
    private final Clock clock;

    Shares(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(UUID id, ShareView view) {}

    /** What a share earned, or gave back where it is negative. */
    record Earned(UUID share, Money amount) {}

    /** Until the transaction ends nobody else shares out this contract; there is no row to lock before the first. */
    void lock(String contractNo) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("commission:" + contractNo)
                .query(rs -> {});
    }

    List<Stored> ofContract(String contractNo) {
        return jdbc.sql("""
                        select s.*, coalesce(sum(v.amount_fen), 0) as vested_fen
                          from commission_share s left join commission_vesting v on v.share_id = s.id
                         where s.contract_no = ? group by s.id order by s.seq
                        """)
                .param(contractNo)
                .query((rs, i) -> new Stored(
                        rs.getObject("id", UUID.class),
                        new ShareView(
                                BeneficiaryKind.valueOf(rs.getString("kind")),
                                rs.getString("beneficiary"),
                                rs.getString("name"),
                                rs.getString("role"),
                                rs.getBigDecimal("percent"),
                                Money.ofFen(rs.getLong("amount_fen")),
                                Money.ofFen(rs.getLong("vested_fen")))))
                .list();
    }

    void fix(Contract contract, List<Split.Part> parts) {
        jdbc.sql("""
                        insert into commission_share(id, company, store_code, contract_no, seq, kind, beneficiary, name, role,
                                                     percent, amount_fen, fixed_at)
                        select p.id, :company, :store, :contract, p.seq, p.kind, p.beneficiary, p.name, p.role,
                               p.percent, p.amount, :now
                          from unnest(:ids::uuid[], :kinds::text[], :beneficiaries::text[], :names::text[], :roles::text[],
                                      :percents::numeric[], :amounts::bigint[])
                               with ordinality as p(id, kind, beneficiary, name, role, percent, amount, seq)
                        """)
                .param("company", contract.company())
                .param("store", contract.storeCode())
                .param("contract", contract.number())
                .param(
                        "ids",
                        parts.stream()
                                .map(p -> UuidCreator.getTimeOrderedEpoch())
                                .toArray(UUID[]::new))
                .param("kinds", parts.stream().map(p -> p.kind().name()).toArray(String[]::new))
                .param(
                        "beneficiaries",
                        parts.stream().map(Split.Part::beneficiary).toArray(String[]::new))
                .param("names", parts.stream().map(Split.Part::name).toArray(String[]::new))
                .param("roles", parts.stream().map(Split.Part::role).toArray(String[]::new))
                .param("percents", parts.stream().map(Split.Part::percent).toArray(BigDecimal[]::new))
                .param("amounts", parts.stream().map(p -> p.amount().fen()).toArray(Long[]::new))
                .param("now", now())
                .update();
    }

    /** @param source number of what moved the money; counts once for each share */
    void vest(String source, LocalDate day, List<Earned> earned) {
        var moved = earned.stream().filter(e -> !e.amount().isZero()).toList();
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into commission_vesting(share_id, source, amount_fen, day, vested_at)
                        select e.share, :source, e.amount, :day, :now
                          from unnest(:shares::uuid[], :amounts::bigint[]) as e(share, amount)
                        on conflict (share_id, source) do nothing
                        """)
                .param("source", source)
                .param("day", day)
                .param("now", now())
                .param("shares", moved.stream().map(Earned::share).toArray(UUID[]::new))
                .param("amounts", moved.stream().map(e -> e.amount().fen()).toArray(Long[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
