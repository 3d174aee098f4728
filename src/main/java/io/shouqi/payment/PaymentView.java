package io.shouqi.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouqi.channel.PayPage;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An online payment as pages and callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        String paymentNo,
        String contractNo,
        List<String> receivables,
        String method,
        Money amount,
        String status,
        @Nullable String codeUrl,
        @Nullable String payUrl,
        OffsetDateTime expiresAt,
        @Nullable String receiptNo) {

    /** @param payPage only a demonstration has one */
    static PaymentView of(PaymentOrder order, Optional<PayPage> payPage, @Nullable String receiptNo) {
        var code = order.codeUrl();
        var payUrl = code == null ? Optional.<URI>empty() : payPage.flatMap(page -> page.payUrl(order.channel(), code));
        return new PaymentView(
                order.number(),
                order.contractNo(),
                order.targets(),
                order.channel().name(),
                order.amount(),
                order.status().name(),
                code,
                payUrl.map(URI::toString).orElse(null),
                order.expiresAt().atZone(BusinessTime.ZONE).toOffsetDateTime(),
                receiptNo);
    }
}
