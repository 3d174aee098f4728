package io.shouqi.payment.web;

import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.STORE_MANAGER;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.shouqi.contract.Contracts;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.PaymentView;
import io.shouqi.payment.ReceiptView;
import io.shouqi.payment.Receipts;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money in: at the counter at once, online by a code that the payer scans. */
@RestController
@RequestMapping("/api/v1")
@AllowedToReaders
@ApiScope(ApiPart.PAYMENTS)
class PaymentApi {

    private final Cashier cashier;
    private final OrderDesk orders;
    private final Receipts receipts;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final ReversalDesk reversals;

    PaymentApi(
            Cashier cashier,
            OrderDesk orders,
            Receipts receipts,
            Contracts contracts,
            CollectionDesk collection,
            ReversalDesk reversals) {
        this.cashier = cashier;
        this.orders = orders;
        this.receipts = receipts;
        this.contracts = contracts;
        this.collection = collection;
        this.reversals = reversals;
    }

    @PostMapping("/receivables/{no}/payments")
    @AllowedTo({CLERK, CASHIER})
    ResponseEntity<Object> pay(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody PaymentRequest request) {
        return take(List.of(no), request, actor, new Call(actor.username(), "POST payment " + no, key, request));
    }

    /** One payment for several receivables of a contract. */
    @PostMapping("/contracts/{no}/payments")
    @AllowedTo({CLERK, CASHIER})
    ResponseEntity<Object> payContract(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody PaymentRequest request) {
        var receivables = Objects.requireNonNullElse(request.receivables(), List.<String>of());
        var ofContract = collection.ofContract(contracts.visibleTo(actor, no).number()).stream()
                .map(Receivable::number)
                .toList();
        if (receivables.isEmpty() || !ofContract.containsAll(receivables)) {
            throw Refusal.invalid("receivables", "payment.oneContract");
        }
        return take(receivables, request, actor, new Call(actor.username(), "POST payment " + no, key, request));
    }

    private ResponseEntity<Object> take(List<String> receivables, PaymentRequest request, Actor actor, Call call) {
        var reference = Objects.requireNonNullElse(request.reference(), Map.<String, String>of());
        var taken = cashier.take(
                receivables, new Cashier.Asked(request.method(), request.amount(), reference), actor, call);
        var body = taken.receipt() != null ? taken.receipt() : Objects.requireNonNull(taken.payment());
        return ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    /** Takes back a receipt of the counter that was entered wrongly, on the same day. */
    @PostMapping("/receipts/{no}/reverse")
    @AllowedTo({CLERK, CASHIER, STORE_MANAGER})
    ReceiptView reverse(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody ReversalRequest request) {
        return reversals.reverse(
                no, request.reason(), actor, new Call(actor.username(), "POST reverse " + no, key, request));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReversalRequest(@Nullable String reason) {}

    @GetMapping("/payments/{no}")
    PaymentView payment(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return cashier.view(orders.visibleTo(actor, no));
    }

    @GetMapping("/receipts/{no}")
    ReceiptView receipt(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return receipts.view(receipts.visibleTo(actor, no));
    }
}
