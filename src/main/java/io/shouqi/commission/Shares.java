package io.shouqi.commission;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.contract.Contract;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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

    /** @param fixedAt when it was shared out first */
    record Stored(UUID id, Instant fixedAt, ShareView view) {}

    /** What a share earns or is more, or gives back or is less where it is negative. */
    record Move(UUID share, Money amount) {}

    /** Until the transaction ends nobody else shares out this contract; there is no row to lock before the first. */
    void lock(String contractNo) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("commission:" + contractNo)
                .query(rs -> {});
    }

    List<Stored> ofContract(String contractNo) {
        return jdbc.sql("""
                        select s.*,
                               s.amount_fen + coalesce((select sum(c.amount_fen) from commission_share_change c
                                                         where c.share_id = s.id), 0) as now_fen,
                               coalesce((select sum(v.amount_fen) from commission_vesting v
                                          where v.share_id = s.id), 0) as vested_fen
                          from commission_share s where s.contract_no = ? order by s.seq
                        """)
                .param(contractNo)
                .query((rs, i) -> new Stored(
                        rs.getObject("id", UUID.class),
                        rs.getObject("fixed_at", OffsetDateTime.class).toInstant(),
                        new ShareView(
                                BeneficiaryKind.valueOf(rs.getString("kind")),
                                rs.getString("beneficiary"),
                                rs.getString("name"),
                                rs.getString("role"),
                                rs.getBigDecimal("percent"),
                                Money.ofFen(rs.getLong("now_fen")),
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

    /**
     * Other amounts from now on; the first ones stay to be read.
     *
     * @param source number of what changed the commission; counts once for each share
     */
    void change(String source, List<Move> changes) {
        jdbc.sql("""
                        insert into commission_share_change(share_id, source, amount_fen, changed_at)
                        select c.share, :source, c.amount, :now
                          from unnest(:shares::uuid[], :amounts::bigint[]) as c(share, amount)
                         where c.amount <> 0
                        on conflict (share_id, source) do nothing
                        """)
                .param("source", source)
                .param("now", now())
                .param("shares", changes.stream().map(Move::share).toArray(UUID[]::new))
                .param("amounts", changes.stream().map(c -> c.amount().fen()).toArray(Long[]::new))
                .update();
    }

    /** @param source number of what moved the money; counts once for each share */
    void vest(String source, LocalDate day, List<Move> earned) {
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
                .param("shares", moved.stream().map(Move::share).toArray(UUID[]::new))
                .param("amounts", moved.stream().map(e -> e.amount().fen()).toArray(Long[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
