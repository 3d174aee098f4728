package io.shouqi.receivable;

import io.shouqi.shared.Money;
import java.util.List;

/**
 * What one payer owes more or less under one treatment.
 *
 * @param payerName as on the contract
 * @param feeCodes the fees that make it more, or less
 * @param delta negative where it is less
 */
public record DebtChange(Treatment treatment, String payerName, List<String> feeCodes, Money delta) {}
