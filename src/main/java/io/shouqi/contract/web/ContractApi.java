package io.shouqi.contract.web;

import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.contract.ContractReading;
import io.shouqi.contract.ContractRequest;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contracts come in here, and what becomes of the deal is reported here. */
@RestController
@RequestMapping("/api/v1/contracts")
@AllowedTo({CLERK, STORE_MANAGER})
@ApiScope(ApiPart.CONTRACTS)
class ContractApi {

    private final ContractReading reading;
    private final SigningDesk signing;
    private final FeeListDesk feeLists;
    private final Contracts contracts;
    private final IdempotentCalls calls;
    private final Clock clock;

    ContractApi(
            ContractReading reading,
            SigningDesk signing,
            FeeListDesk feeLists,
            Contracts contracts,
            IdempotentCalls calls,
            Clock clock) {
        this.reading = reading;
        this.signing = signing;
        this.feeLists = feeLists;
        this.contracts = contracts;
        this.calls = calls;
        this.clock = clock;
    }

    /** 201 with the new number; 200 with the known number where the same contract was sent before. */
    @PostMapping
    ResponseEntity<Accepted> sign(
            @AuthenticationPrincipal Actor actor,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody ContractRequest request) {
        var signed = reading.read(request, actor);
        var intake = calls.once(
                new Call(actor.username(), "POST contracts", key, request),
                SigningDesk.Intake.class,
                () -> signing.sign(signed, actor));
        return ResponseEntity.status(intake.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Accepted(intake.contractNo(), intake.status()));
    }

    @PostMapping("/{no}/fee-list/confirm")
    Accepted confirm(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable ConfirmRequest request) {
        var body = Objects.requireNonNullElse(request, new ConfirmRequest(null, null));
        var checks = new Checks();
        var party = body.party() == null ? null : checks.oneOf("party", PartyRole.class, body.party());
        var evidence = checks.optional("evidence", body.evidence(), 300);
        checks.refuse();
        var contract = contracts.visibleTo(actor, no);
        return once(actor, "confirm", no, key, body, () -> feeLists.confirm(contract, party, evidence, actor));
    }

    @PostMapping("/{no}/milestones")
    Accepted reach(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody MilestoneRequest request) {
        var checks = new Checks();
        var milestone = checks.oneOf("milestone", Milestone.class, request.milestone());
        var today = BusinessTime.today(clock);
        var day = request.reachedOn() == null ? today : checks.date("reachedOn", request.reachedOn());
        if (day != null && day.isAfter(today)) {
            checks.add("reachedOn", "contract.milestone.future");
        }
        checks.refuse();
        var contract = contracts.visibleTo(actor, no);
        return once(
                actor,
                "milestone",
                no,
                key,
                request,
                () -> signing.reach(contract, Objects.requireNonNull(milestone), Objects.requireNonNull(day), actor));
    }

    @PostMapping("/{no}/cancel")
    Accepted cancel(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String no,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody CancelRequest request) {
        var checks = new Checks();
        var reason = checks.required("reason", request.reason(), 300);
        checks.refuse();
        var contract = contracts.visibleTo(actor, no);
        return once(actor, "cancel", no, key, request, () -> signing.cancel(contract, Objects.requireNonNull(reason)));
    }

    private Accepted once(Actor actor, String what, String no, @Nullable String key, Object body, Runnable work) {
        calls.once(new Call(actor.username(), "POST contract " + what + " " + no, key, body), Boolean.class, () -> {
            work.run();
            return true;
        });
        return now(no);
    }

    private Accepted now(String no) {
        return new Accepted(no, contracts.byNumber(no).status());
    }

    record Accepted(String contractNo, ContractStatus status) {}

    record ConfirmRequest(@Nullable String party, @Nullable String evidence) {}

    record MilestoneRequest(
            @Nullable String milestone, @Nullable String reachedOn) {}

    record CancelRequest(@Nullable String reason) {}
}
