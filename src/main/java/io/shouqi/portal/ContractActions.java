package io.shouqi.portal;

import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do with a contract on its page. */
@Controller
@RequestMapping("/contracts/{no}")
@AllowedTo({CLERK, STORE_MANAGER})
class ContractActions {

    private static final String BACK = "redirect:/contracts/{no}";

    private final Contracts contracts;
    private final FeeListDesk feeLists;
    private final SigningDesk signing;
    private final MessageSource messages;
    private final Clock clock;

    ContractActions(
            Contracts contracts, FeeListDesk feeLists, SigningDesk signing, MessageSource messages, Clock clock) {
        this.contracts = contracts;
        this.feeLists = feeLists;
        this.signing = signing;
        this.messages = messages;
        this.clock = clock;
    }

    /** A payer agreed in front of staff; the evidence says what proves it. */
    @PostMapping("/confirm")
    String confirm(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String evidence,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes next) {
        var checks = new Checks();
        var payer = checks.oneOf("party", PartyRole.class, party);
        var proof = checks.required("evidence", evidence, 300);
        checks.refuse();
        feeLists.confirm(contracts.visibleTo(actor, no), payer, proof, actor);
        toast(next, "sheet.confirmed", locale);
        return BACK;
    }

    @PostMapping("/milestones")
    String reach(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String milestone,
            @RequestParam(required = false) @Nullable String reachedOn,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes next) {
        var checks = new Checks();
        var reached = checks.oneOf("milestone", Milestone.class, milestone);
        var day = checks.date("reachedOn", reachedOn);
        if (day != null && day.isAfter(BusinessTime.today(clock))) {
            checks.add("reachedOn", "contract.milestone.future");
        }
        checks.refuse();
        signing.reach(
                contracts.visibleTo(actor, no), Objects.requireNonNull(reached), Objects.requireNonNull(day), actor);
        toast(next, "sheet.reached", locale);
        return BACK;
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes next) {
        var checks = new Checks();
        var why = checks.required("reason", reason, 300);
        checks.refuse();
        signing.cancel(contracts.visibleTo(actor, no), Objects.requireNonNull(why));
        toast(next, "sheet.cancelled", locale);
        return BACK;
    }

    private void toast(RedirectAttributes next, String key, Locale locale) {
        next.addFlashAttribute("toast", messages.getMessage(key, null, locale));
    }
}
