package io.shouqi.portal.signing;

import static io.shouqi.identity.Role.AGENT;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.SignaturePicture;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Checks;
import io.shouqi.shared.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fee list in the customer's hands: as a code for the own phone, or on the store's device to sign. */
@Controller
@RequestMapping("/contracts/{no}")
@AllowedTo({CLERK, STORE_MANAGER})
class SigningPages {

    private static final String PAGE = "redirect:/contracts/{no}/sign";
    private static final String BACK = "redirect:/contracts/{no}";

    private final SigningSheets sheets;
    private final Contracts contracts;

    SigningPages(SigningSheets sheets, Contracts contracts) {
        this.sheets = sheets;
        this.contracts = contracts;
    }

    /** The link as a code, large enough for a camera across the table. */
    @GetMapping("/code")
    @AllowedTo({CLERK, AGENT, STORE_MANAGER})
    String code(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String party,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var payer = payer(actor, no, party);
        var link = sheets.link(actor, no, payer);
        model.addAttribute("party", payer);
        model.addAttribute("link", link);
        model.addAttribute("code", QrCode.of(link));
        return "entry/sign-parts :: code";
    }

    /** From now on the session shows the page to sign alone. */
    @PostMapping("/handover")
    String handOver(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String party,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request) {
        var payer = payer(actor, no, party);
        sheets.open(actor, no, payer);
        Handover.begin(request, new Handover(no, payer));
        return PAGE;
    }

    @GetMapping("/sign")
    String page(
            @PathVariable String no,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        contracts.visibleTo(actor, no);
        var handover = Handover.of(request).filter(h -> h.isOf(no));
        if (handover.isEmpty()) {
            return BACK;
        }
        model.addAttribute("sheet", sheets.of(actor, no, handover.get().party(), locale));
        return "entry/sign";
    }

    @PostMapping("/sign")
    String sign(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String signature,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Locale locale) {
        contracts.visibleTo(actor, no);
        var handover = Handover.of(request).filter(h -> h.isOf(no));
        if (handover.isEmpty()) {
            return BACK;
        }
        sheets.sign(actor, no, handover.get().party(), SignaturePicture.drawn(signature), locale);
        return PAGE;
    }

    /** The device is back with the clerk. */
    @PostMapping("/sign/end")
    String end(@PathVariable String no, @AuthenticationPrincipal Actor actor, HttpServletRequest request) {
        contracts.visibleTo(actor, no);
        Handover.end(request);
        return BACK;
    }

    @PostMapping("/signature")
    @AllowedTo({CLERK, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE})
    String signature(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String party,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("signature", sheets.signature(actor, no, payer(actor, no, party)));
        return "entry/sign-parts :: signature";
    }

    /** The contract comes first: what is out of reach says nothing about what else is wrong. */
    private PartyRole payer(Actor actor, String no, @Nullable String party) {
        contracts.visibleTo(actor, no);
        var checks = new Checks();
        var payer = checks.oneOf("party", PartyRole.class, party);
        checks.refuse();
        return Objects.requireNonNull(payer);
    }
}
