package io.shouqi.contract;

import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * An agent's part in the deal.
 *
 * @param role LISTING, BUYER_SIDE or CLOSING, as the split table names it
 */
@Embeddable
public record Agent(String username, String name, String role) {

    public static final List<String> ROLES = List.of("LISTING", "BUYER_SIDE", "CLOSING");
}
