package io.shouqi.portal;

import static io.shouqi.identity.Role.AGENT;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.adjustment.Adjustments;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A fee adjustment: what it changes, why, and who agreed. For readers of contracts, and for analysts who ask for it. */
@Controller
@AllowedTo({CLERK, CASHIER, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR})
class AdjustmentPages {

    private final Adjustments adjustments;
    private final FeeReasons reasons;

    AdjustmentPages(Adjustments adjustments, FeeReasons reasons) {
        this.adjustments = adjustments;
        this.reasons = reasons;
    }

    @GetMapping("/adjustments/{no}")
    String one(@PathVariable String no, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var adjustment = adjustments.visibleTo(actor, no);
        var lines = adjustment.lines().stream().map(line -> line(line, locale)).toList();
        model.addAttribute("sheet", new AdjustmentSheet(adjustment, lines, adjustments.trail(actor, no)));
        return "portal/adjustment";
    }

    private AdjustmentSheet.Line line(AdjustmentView.Line line, Locale locale) {
        var why = line.why();
        return new AdjustmentSheet.Line(line, why == null ? null : reasons.of(why, locale));
    }
}
