package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** What a channel keeps of a payment 手续费, by the channel-fee table. */
@Service
public class ChannelFees {

    private final RuleTables tables;

    ChannelFees(RuleTables tables) {
        this.tables = tables;
    }

    /**
     * @param channel CASH, TRANSFER, CARD_DEBIT, CARD_CREDIT, WECHAT or ALIPAY
     * @return zero where the table has no row for it
     */
    public Money fee(String company, String channel, Money amount, LocalDate on) {
        var fired = tables.on(company, Tables.CHANNEL_FEES, on)
                .table()
                .fire(new RuleCase(on).about(channel).amount(amount.fen()));
        return fired.stream()
                .findFirst()
                .map(row -> Fee.limited(row, amount.times(Objects.requireNonNull(row.number("rate")))))
                .orElse(Money.ZERO);
    }
}
