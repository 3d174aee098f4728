package io.shouqi.portal;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AUDITOR;

import io.shouqi.audit.VerificationReport;
import io.shouqi.audit.Verifications;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets auditors verify the chain themselves. It is one chain for all companies; each sees only what is its own. */
@Controller
@RequestMapping("/audit/verify")
@AllowedTo({AUDITOR, ADMINISTRATOR})
class AuditVerifyPages {

    private static final int LISTED = 100;

    private final Verifications verifications;
    private final FindingWords words;
    private final MessageSource messages;

    AuditVerifyPages(Verifications verifications, FindingWords words, MessageSource messages) {
        this.verifications = verifications;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var recent = verifications.recent();
        model.addAttribute("recent", recent);
        model.addAttribute("listed", LISTED);
        var report = new VerificationReport(messages, locale);
        model.addAttribute(
                "findings",
                recent.stream()
                        .limit(1)
                        .flatMap(last -> last.findings().stream())
                        .limit(LISTED)
                        .map(finding -> report.line(words.readable(finding, locale), actor.company()::equals))
                        .toList());
        return "portal/audit-verify";
    }

    @PostMapping
    String start() {
        verifications.start();
        return "redirect:/audit/verify";
    }
}
