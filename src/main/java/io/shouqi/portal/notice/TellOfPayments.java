package io.shouqi.portal.notice;

import io.shouqi.contract.Contracts;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.payment.PaymentReceived;
import io.shouqi.payment.Receipts;
import io.shouqi.shared.Money;
import org.springframework.stereotype.Component;

/** Tells who entered a contract that money came in on it, unless that person took it. */
@Component
class TellOfPayments implements OutboxConsumer<PaymentReceived> {

    private final Contracts contracts;
    private final Receipts receipts;
    private final Notices notices;

    TellOfPayments(Contracts contracts, Receipts receipts, Notices notices) {
        this.contracts = contracts;
        this.receipts = receipts;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice-payments";
    }

    @Override
    public Class<PaymentReceived> type() {
        return PaymentReceived.class;
    }

    @Override
    public void accept(PaymentReceived event) {
        var contract = contracts.byNumber(event.contractNo());
        var taker = receipts.find(event.receiptNo()).orElseThrow().collectedBy();
        if (contract.createdBy().equals(taker)) {
            return;
        }
        var amount = event.parts().stream().map(PaymentReceived.Part::amount).reduce(Money.ZERO, Money::plus);
        notices.tell(
                contract.createdBy(),
                new Notice(
                        NoticeKind.PAYMENT_ARRIVED,
                        contract.number(),
                        contract.address(),
                        null,
                        amount,
                        "/contracts/" + contract.number(),
                        "payment " + event.source()));
    }
}
