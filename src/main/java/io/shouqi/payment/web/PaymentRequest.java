package io.shouqi.payment.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody pays.
 *
 * @param receivables only where a contract is paid: numbers of the receivables, in which order does not matter
 * @param reference CARD: terminal, batch, voucher, cardType, date; TRANSFER: bankReference, date; any: note
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PaymentRequest(
        @Schema(allowableValues = {"CASH", "CARD", "TRANSFER", "WECHAT", "ALIPAY"}) @Nullable
        String method,

        @Schema(example = "50000.00") @Nullable String amount,
        @Nullable Map<String, String> reference,
        @Nullable List<String> receivables,
        @Nullable String party) {}
