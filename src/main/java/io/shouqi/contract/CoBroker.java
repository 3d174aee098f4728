package io.shouqi.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * Another brokerage that shares the one commission of the deal.
 *
 * @param percent of the net commission, above 0 and below 100
 */
@Embeddable
public record CoBroker(
        @Column(name = "co_broker_name") String name,
        @Column(name = "co_broker_percent") BigDecimal percent) {}
