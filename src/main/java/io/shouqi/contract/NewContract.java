package io.shouqi.contract;

import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed contract as it comes in, every field checked.
 *
 * @param price of the home; null for a rental
 * @param monthlyRent null unless a rental
 */
public record NewContract(
        String company,
        String externalNo,
        String fingerprint,
        DealType type,
        String storeCode,
        String city,
        LocalDate signedOn,
        @Nullable Money price,
        @Nullable Money monthlyRent,
        String address,
        @Nullable String district,
        @Nullable BigDecimal area,
        List<Person> parties,
        List<Agent> agents,
        @Nullable CoBroker coBroker,
        List<String> services,
        List<InstalmentTerm> instalments,
        @Nullable Discount discount) {

    /** Who must stand on a contract of each kind. */
    public static List<PartyRole> needed(DealType type) {
        return switch (type) {
            case RESALE -> List.of(PartyRole.BUYER, PartyRole.SELLER);
            case NEW_HOME -> List.of(PartyRole.BUYER, PartyRole.DEVELOPER);
            case RENTAL -> List.of(PartyRole.TENANT, PartyRole.LANDLORD);
        };
    }

    /** The same deal on other terms. */
    public NewContract onTerms(
            List<String> services,
            List<InstalmentTerm> instalments,
            @Nullable Discount discount,
            @Nullable CoBroker coBroker) {
        return new NewContract(
                company,
                externalNo,
                fingerprint,
                type,
                storeCode,
                city,
                signedOn,
                price,
                monthlyRent,
                address,
                district,
                area,
                parties,
                agents,
                coBroker,
                services,
                instalments,
                discount);
    }

    /** @param percent off the basic fees, above 0 up to 100 */
    public record Discount(BigDecimal percent, String reason) {}
}
