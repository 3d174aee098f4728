package io.shouqi.sandbox;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.shouqi.identity.OpenDoor;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stands for the payer's phone, and lets testers make the channels misbehave. */
@RestController
@SandboxOnly
@RequestMapping("/sandbox")
@OpenDoor("nothing: it exists in the demonstration alone, on loopback")
class PhoneApi {

    record Payment(
            @Nullable String codeUrl,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Set<Misbehaviour> misbehave) {}

    record Paid(String channel, String merchant, String orderNo, Money amount, String transactionId, Instant paidAt) {}

    /** @param merchantId null for whoever calls next */
    record Arming(
            @Nullable String call,
            @Nullable String misbehave,
            @Nullable String merchantId) {}

    private final PayerPhone phone;
    private final Faults faults;

    PhoneApi(PayerPhone phone, Faults faults) {
        this.phone = phone;
        this.faults = faults;
    }

    @PostMapping("/pay")
    Paid pay(@RequestBody Payment payment) {
        var checks = new Checks();
        var codeUrl = checks.required("codeUrl", payment.codeUrl(), 512);
        checks.refuse();
        var screen = phone.pay(
                Objects.requireNonNull(codeUrl), payment.misbehave() == null ? Set.of() : payment.misbehave());
        var taken = screen.order().paid();
        return new Paid(
                screen.merchant().channel().name(),
                screen.merchant().name(),
                screen.order().orderNo(),
                taken.amount(),
                taken.transactionId(),
                taken.at());
    }

    /** Spoils the next call of that kind, such as {@code {"call":"PREPAY","misbehave":"COMMIT_THEN_CUT"}}. */
    @PostMapping("/misbehave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void misbehave(@RequestBody Arming arming) {
        var checks = new Checks();
        var call = checks.oneOf("call", Call.class, arming.call());
        var fault = checks.oneOf("misbehave", CallFault.class, arming.misbehave());
        var merchantId = checks.optional("merchantId", arming.merchantId(), 32);
        checks.refuse();
        faults.arm(merchantId, Objects.requireNonNull(call), Objects.requireNonNull(fault));
    }
}
