package io.shouqi.payment.web;

import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouqi.contract.Contracts;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.Earnest;
import io.shouqi.payment.EarnestDesk;
import io.shouqi.payment.PaymentView;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Earnest money 定金/意向金: taken in trust, then set against fees, paid over, returned or forfeited. */
@RestController
@RequestMapping("/api/v1")
@AllowedToReaders
@ApiScope(ApiPart.PAYMENTS)
class EarnestApi {

    private final Cashier cashier;
    private final EarnestDesk desk;
    private final Contracts contracts;
    private final IdempotentCalls calls;

    EarnestApi(Cashier cashier, EarnestDesk desk, Contracts contracts, IdempotentCalls calls) {
        this.cashier = cashier;
        this.desk = desk;
        this.contracts = contracts;
        this.calls = calls;
    }

    @PostMapping("/contracts/{no}/earnest")
    @AllowedTo({CLERK, CASHIER})
    @ResponseStatus(HttpStatus.CREATED)
    EarnestView take(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody PaymentRequest request) {
        var checks = new Checks();
        var party = checks.oneOf("party", PartyRole.class, request.party());
        checks.refuse();
        var reference = Objects.requireNonNullElse(request.reference(), Map.<String, String>of());
        var taken = cashier.takeEarnest(
                contracts.visibleTo(actor, no),
                Objects.requireNonNull(party),
                new Cashier.Asked(request.method(), request.amount(), reference),
                actor,
                new Call(actor.username(), "POST earnest " + no, key, request));
        return EarnestView.of(desk.visibleTo(actor, taken.earnestNo()), taken.payment());
    }

    @GetMapping("/earnest/{no}")
    EarnestView one(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return EarnestView.of(desk.visibleTo(actor, no), null);
    }

    @PostMapping("/earnest/{no}/offset")
    @AllowedTo({CLERK, CASHIER})
    EarnestView offset(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key) {
        return move(actor, no, "offset", key, new MoveRequest(null, null, null), e -> desk.offset(e, actor));
    }

    @PostMapping("/earnest/{no}/pay-over")
    @AllowedTo({FINANCE, STORE_MANAGER})
    EarnestView payOver(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody MoveRequest request) {
        var read = Read.of(request, true);
        return move(
                actor,
                no,
                "pay-over",
                key,
                request,
                e -> desk.payOver(e, read.amount(), read.party(), read.note(), actor));
    }

    @PostMapping("/earnest/{no}/return")
    @AllowedTo({FINANCE, STORE_MANAGER})
    EarnestView giveBack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody MoveRequest request) {
        var read = Read.of(request, false);
        return move(actor, no, "return", key, request, e -> desk.giveBack(e, read.amount(), read.note(), actor));
    }

    @PostMapping("/earnest/{no}/forfeit")
    @AllowedTo({FINANCE, STORE_MANAGER})
    EarnestView forfeit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody MoveRequest request) {
        var checks = new Checks();
        var party = checks.oneOf("party", PartyRole.class, request.party());
        var note = checks.required("note", request.note(), 300);
        checks.refuse();
        return move(
                actor,
                no,
                "forfeit",
                key,
                request,
                e -> desk.forfeit(e, Objects.requireNonNull(party), Objects.requireNonNull(note), actor));
    }

    private interface Move {
        void on(Earnest earnest);
    }

    private EarnestView move(
            Actor actor, String no, String name, @Nullable String key, MoveRequest request, Move work) {
        var earnest = desk.visibleTo(actor, no);
        calls.once(new Call(actor.username(), "POST earnest " + name + " " + no, key, request), Boolean.class, () -> {
            work.on(earnest);
            return true;
        });
        return EarnestView.of(desk.visibleTo(actor, no), null);
    }

    /** @param party to whom it goes: a name for pay-over, a role of the contract for forfeit */
    record MoveRequest(
            @Nullable String amount,
            @Nullable String party,
            @Nullable String note) {}

    private record Read(Money amount, String party, String note) {

        static Read of(MoveRequest request, boolean toSomebody) {
            var checks = new Checks();
            var amount = checks.amount("amount", request.amount());
            var party = toSomebody ? checks.required("party", request.party(), 80) : "";
            var note = checks.required("note", request.note(), 300);
            checks.refuse();
            return new Read(
                    Objects.requireNonNull(amount), Objects.requireNonNull(party), Objects.requireNonNull(note));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EarnestView(
            String earnestNo,
            String contractNo,
            String payer,
            String payerName,
            String owner,
            Money held,
            String status,
            @Nullable PaymentView payment) {

        static EarnestView of(Earnest e, @Nullable PaymentView payment) {
            return new EarnestView(
                    e.number(),
                    e.contractNo(),
                    e.payer().name(),
                    e.payerName(),
                    e.owner(),
                    e.held(),
                    e.status().name(),
                    payment);
        }
    }
}
