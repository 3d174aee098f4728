package io.shouqi.contract;

import io.shouqi.identity.Actor;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.QuoteRequest;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed contract and where its money stands. Amounts in fen. */
@Entity
public class Contract {

    @Id
    private UUID id;

    private String number;
    private String company;
    private String storeCode;
    private String city;
    private String externalNo;
    private String mark;

    @Enumerated(EnumType.STRING)
    private DealType type;

    private LocalDate signedOn;

    @Column(name = "price_fen")
    private @Nullable Long price;

    @Column(name = "monthly_rent_fen")
    private @Nullable Long monthlyRent;

    private String address;
    private @Nullable String district;
    private @Nullable BigDecimal area;

    @ElementCollection
    @CollectionTable(name = "contract_party", joinColumns = @JoinColumn(name = "contract_id"))
    @OrderColumn(name = "seq")
    private List<Party> parties;

    @ElementCollection
    @CollectionTable(name = "contract_agent", joinColumns = @JoinColumn(name = "contract_id"))
    @OrderColumn(name = "seq")
    private List<Agent> agents;

    @Embedded
    private @Nullable CoBroker coBroker;

    @ElementCollection
    @CollectionTable(name = "contract_instalment", joinColumns = @JoinColumn(name = "contract_id"))
    @OrderColumn(name = "seq")
    private List<InstalmentTerm> instalments;

    /** Codes of the extended services, joined by commas. */
    private String services;

    private @Nullable BigDecimal discountPercent;
    private @Nullable String discountReason;

    @Enumerated(EnumType.STRING)
    private ContractStatus status;

    private @Nullable String cancelReason;
    private UUID createdBy;
    private String createdByName;
    /** The absent colleague who was stood in for. */
    private @Nullable UUID createdFor;

    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    protected Contract() {}

    Contract(String number, NewContract signed, SealedParts parts, Actor actor, Instant now) {
        this.id = parts.id();
        this.number = number;
        this.company = signed.company();
        this.storeCode = signed.storeCode();
        this.city = signed.city();
        this.externalNo = signed.externalNo();
        this.mark = parts.mark();
        this.type = signed.type();
        this.signedOn = signed.signedOn();
        this.price = fen(signed.price());
        this.monthlyRent = fen(signed.monthlyRent());
        this.address = signed.address();
        this.district = signed.district();
        this.area = signed.area();
        this.parties = new ArrayList<>(parts.parties());
        this.agents = new ArrayList<>(signed.agents());
        this.coBroker = signed.coBroker();
        this.instalments = new ArrayList<>(signed.instalments());
        this.services = String.join(",", signed.services());
        var discount = signed.discount();
        if (discount != null) {
            this.discountPercent = discount.percent();
            this.discountReason = discount.reason();
        }
        this.status = ContractStatus.DRAFT;
        this.createdBy = actor.id();
        this.createdByName = actor.name();
        this.createdFor = actor.onBehalfOf();
        this.createdAt = now;
    }

    /** The case the fee tables decide on, with or without the discount. */
    public QuoteRequest quoteRequest(boolean discounted) {
        return new QuoteRequest(
                company,
                type,
                city,
                storeCode,
                signedOn,
                price(),
                monthlyRent(),
                services(),
                discounted ? discountPercent : null);
    }

    void awaitApproval() {
        moveTo(ContractStatus.PENDING_APPROVAL, Set.of(ContractStatus.DRAFT, ContractStatus.PENDING_CONFIRMATION));
    }

    void awaitConfirmation() {
        moveTo(
                ContractStatus.PENDING_CONFIRMATION,
                Set.of(ContractStatus.DRAFT, ContractStatus.PENDING_APPROVAL, ContractStatus.PENDING_CONFIRMATION));
    }

    void collect() {
        moveTo(ContractStatus.COLLECTING, Set.of(ContractStatus.PENDING_CONFIRMATION));
    }

    void settle() {
        moveTo(ContractStatus.SETTLED, Set.of(ContractStatus.COLLECTING));
    }

    void close() {
        moveTo(ContractStatus.CLOSED, Set.of(ContractStatus.COLLECTING, ContractStatus.SETTLED));
    }

    /** @throws Refusal where the money is in already; that needs a refund */
    void cancel(String reason) {
        if (status.ended()) {
            throw Refusal.conflict("contract.ended", number);
        }
        if (status == ContractStatus.SETTLED) {
            throw Refusal.conflict("contract.cancel.late", number);
        }
        status = ContractStatus.CANCELLED;
        cancelReason = reason;
    }

    /** A new answer to "how much off": null takes the discount back. */
    void discount(NewContract.@Nullable Discount discount) {
        this.discountPercent = discount == null ? null : discount.percent();
        this.discountReason = discount == null ? null : discount.reason();
        if (status == ContractStatus.PENDING_APPROVAL) {
            status = ContractStatus.DRAFT;
        }
    }

    /** Other extended services than before. */
    void choose(List<String> codes) {
        this.services = String.join(",", codes);
    }

    private void moveTo(ContractStatus next, Set<ContractStatus> from) {
        if (status != next && !from.contains(status)) {
            throw Refusal.conflict("contract.status", number);
        }
        status = next;
    }

    public Optional<Party> party(PartyRole role) {
        return parties.stream().filter(p -> p.role() == role).findFirst();
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String company() {
        return company;
    }

    public String storeCode() {
        return storeCode;
    }

    public String city() {
        return city;
    }

    public String externalNo() {
        return externalNo;
    }

    String mark() {
        return mark;
    }

    public DealType type() {
        return type;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public @Nullable Money price() {
        return price == null ? null : Money.ofFen(price);
    }

    public @Nullable Money monthlyRent() {
        return monthlyRent == null ? null : Money.ofFen(monthlyRent);
    }

    public String address() {
        return address;
    }

    public @Nullable String district() {
        return district;
    }

    public @Nullable BigDecimal area() {
        return area;
    }

    public List<Party> parties() {
        return List.copyOf(parties);
    }

    public List<Agent> agents() {
        return List.copyOf(agents);
    }

    public @Nullable CoBroker coBroker() {
        return coBroker;
    }

    public List<InstalmentTerm> instalments() {
        return List.copyOf(instalments);
    }

    public List<String> services() {
        return services.isEmpty() ? List.of() : List.of(services.split(","));
    }

    public @Nullable BigDecimal discountPercent() {
        return discountPercent;
    }

    public @Nullable String discountReason() {
        return discountReason;
    }

    public ContractStatus status() {
        return status;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public String createdByName() {
        return createdByName;
    }

    @Nullable
    UUID createdFor() {
        return createdFor;
    }

    public Instant createdAt() {
        return createdAt;
    }

    private static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }
}
