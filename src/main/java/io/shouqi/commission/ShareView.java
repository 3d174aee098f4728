package io.shouqi.commission;

import io.shouqi.shared.Money;
import java.math.BigDecimal;

/**
 * A share of a contract's commission as pages and callers see it.
 *
 * @param percent of the net commission
 * @param vested how much of the amount is earned by the money that is in
 */
public record ShareView(
        BeneficiaryKind kind,
        String beneficiary,
        String name,
        String role,
        BigDecimal percent,
        Money amount,
        Money vested) {}
