package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.pricing.sheet.Terms;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a payment channel keeps for itself. */
@Service
public class ChannelFees {

    private enum PaidBy {
        WECHAT,
        ALIPAY,
        CARD_DEBIT,
        CARD_CREDIT,
        TRANSFER,
        CASH
    }

    private static final Column<PaidBy> CHANNEL =
            CaseColumns.subject("渠道", CellKind.choice(PaidBy.class, channel -> switch (channel) {
                case WECHAT -> "微信支付";
                case ALIPAY -> "支付宝";
                case CARD_DEBIT -> "借记卡";
                case CARD_CREDIT -> "信用卡";
                case TRANSFER -> "转账";
                case CASH -> "现金";
            }));
    private static final Column<BigDecimal> RATE =
            Column.term("rate", "费率", CellKind.RATE).needed();

    static final TableForm FORM = new TableForm(
            "channel-fee",
            "渠道手续费",
            "渠道每笔收取的手续费：金额乘费率，四舍五入到分，不低于最低、不高于最高。费率写 0.6% 或 6‰。",
            List.of(
                    CHANNEL,
                    RATE,
                    CaseColumns.MINIMUM,
                    CaseColumns.MAXIMUM,
                    CaseColumns.VALID_FROM,
                    CaseColumns.VALID_TO),
            List.of(CHANNEL),
            List.of(),
            List.of(CaseColumns.DAYS),
            CaseColumns::minimumBelowMaximum);

    private final RulesInForce rules;

    ChannelFees(RulesInForce rules) {
        this.rules = rules;
    }

    /** @param channel WECHAT, ALIPAY, CARD_DEBIT, CARD_CREDIT, TRANSFER or CASH */
    public Money fee(String company, String channel, Money amount, LocalDate on) {
        var terms = rules.on(FORM, company, on)
                .table()
                .decideOne(Case.on(on).subject(channel))
                .orElseThrow(() -> Refusal.invalid("channel", "pricing.channel.none", channel))
                .terms();
        return fee(terms, amount);
    }

    static Money fee(Terms terms, Money amount) {
        var fee = amount.times(terms.need(RATE));
        var minimum = terms.get(CaseColumns.MINIMUM);
        var maximum = terms.get(CaseColumns.MAXIMUM);
        var atLeast = minimum == null ? fee : fee.max(minimum);
        return maximum == null ? atLeast : atLeast.min(maximum);
    }
}
