package io.shouqi.ledger;

import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ledger")
@AllowedTo({FINANCE, AUDITOR, DIRECTOR})
@ApiScope(ApiPart.LEDGER)
class LedgerApi {

    private final TrialBalance balances;
    private final Clock clock;

    LedgerApi(TrialBalance balances, Clock clock) {
        this.balances = balances;
        this.clock = clock;
    }

    /** @param asOf the last business day that counts; today where missing */
    @GetMapping("/trial-balance")
    Sheet trialBalance(@AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable String asOf) {
        var checks = new Checks();
        var day = asOf == null ? BusinessTime.today(clock) : checks.date("asOf", asOf);
        checks.refuse();
        var known = java.util.Objects.requireNonNull(day);
        return new Sheet(known, balances.asOf(actor, known));
    }

    record Sheet(LocalDate asOf, List<TrialBalance.Line> items) {}
}
