package io.shouqi.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.Quote;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each payer is asked to agree to 收费清单. Frozen once shown; a change is a new list. */
@Entity
public class FeeList {

    public enum Status {
        DRAFT,
        FROZEN,
        CONFIRMED,
        DECLINED,
        SUPERSEDED
    }

    @Id
    private UUID id;

    private UUID contractId;
    private int edition;

    @Enumerated(EnumType.STRING)
    private Status status;

    private long totalFen;
    private @Nullable Instant frozenAt;

    @ElementCollection
    @CollectionTable(name = "fee_list_line", joinColumns = @JoinColumn(name = "fee_list_id"))
    @OrderColumn(name = "seq")
    private List<FeeListLine> lines;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "fee_list_id", nullable = false, updatable = false)
    @OrderBy("payer")
    private List<Confirmation> confirmations = new ArrayList<>();

    protected FeeList() {}

    FeeList(UUID contractId, int edition, Quote quote) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.contractId = contractId;
        this.edition = edition;
        this.status = Status.DRAFT;
        this.totalFen = quote.total().fen();
        this.lines = new ArrayList<>(quote.lines().stream().map(FeeListLine::of).toList());
    }

    /** From now on nobody changes it; each payer gets an own link. A list nobody pays for is agreed already. */
    void freeze(Instant now, Function<UUID, Link> links, Instant linkExpires) {
        status = Status.FROZEN;
        frozenAt = now;
        payers().forEach(payer -> confirmations.add(new Confirmation(payer, links, linkExpires)));
        agreeIfAllDid();
    }

    /** @return whether now everybody has agreed */
    boolean confirm(PartyRole payer, Agreement agreement) {
        requireOpen();
        confirmation(payer).agree(agreement);
        return agreeIfAllDid();
    }

    void decline(PartyRole payer, String reason, Instant now) {
        requireOpen();
        confirmation(payer).decline(reason, now);
        status = Status.DECLINED;
    }

    void supersede() {
        status = Status.SUPERSEDED;
    }

    /** New links for those who have not answered. */
    void renew(Function<UUID, Link> links, Instant linkExpires) {
        pending().forEach(c -> c.renew(links, linkExpires));
    }

    private boolean agreeIfAllDid() {
        if (!pending().isEmpty()) {
            return false;
        }
        status = Status.CONFIRMED;
        return true;
    }

    private void requireOpen() {
        if (status != Status.FROZEN) {
            throw Refusal.conflict(status == Status.CONFIRMED ? "feeList.confirmed" : "feeList.closed");
        }
    }

    Confirmation confirmation(PartyRole payer) {
        return confirmations.stream()
                .filter(c -> c.payer() == payer)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("party", "feeList.party", payer.name()));
    }

    public List<PartyRole> payers() {
        return lines.stream().map(FeeListLine::payer).distinct().sorted().toList();
    }

    List<Confirmation> pending() {
        return confirmations.stream().filter(Confirmation::pending).toList();
    }

    public List<Confirmation> confirmations() {
        return List.copyOf(confirmations);
    }

    public List<FeeListLine> lines() {
        return List.copyOf(lines);
    }

    public List<FeeListLine> linesOf(PartyRole payer) {
        return lines.stream().filter(l -> l.payer() == payer).toList();
    }

    public UUID id() {
        return id;
    }

    UUID contractId() {
        return contractId;
    }

    public int edition() {
        return edition;
    }

    public Status status() {
        return status;
    }

    public Money total() {
        return Money.ofFen(totalFen);
    }

    public @Nullable Instant frozenAt() {
        return frozenAt;
    }
}
