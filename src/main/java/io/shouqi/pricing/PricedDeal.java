package io.shouqi.pricing;

import java.util.List;

/**
 * A fee list as it was priced.
 *
 * @param edition of the contract's fee list
 * @param agents who worked on the deal
 */
public record PricedDeal(String contractNo, int edition, List<Agent> agents, QuoteRequest request, Quote quote) {

    public record Agent(String username, String name) {}
}
