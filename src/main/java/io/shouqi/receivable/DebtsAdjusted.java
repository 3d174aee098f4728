package io.shouqi.receivable;

import io.shouqi.shared.Money;
import java.util.List;

/**
 * What the payers of a contract owe is another amount now. Told within the transaction of the change: neither the
 * customer's credit nor the agents' shares are ever seen without it.
 *
 * @param source number of what changed it
 * @param givenBack what had been paid of it and belongs to the customer again
 */
public record DebtsAdjusted(
        String company, String storeCode, String contractNo, String source, List<GivenBack> givenBack) {

    public record GivenBack(String receivableNo, Money amount) {}
}
