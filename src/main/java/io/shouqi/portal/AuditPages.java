package io.shouqi.portal;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AUDITOR;

import io.shouqi.audit.AuditScope;
import io.shouqi.audit.AuditSearch;
import io.shouqi.audit.SealProofs;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.shared.Refusal;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One event of the audit log, with its place in the chain. */
@Controller
@RequestMapping("/audit/events")
@AllowedTo({AUDITOR, ADMINISTRATOR})
class AuditPages {

    private final AuditSearch search;
    private final AuditWords words;
    private final SealProofs proofs;

    AuditPages(AuditSearch search, AuditWords words, SealProofs proofs) {
        this.search = search;
        this.words = words;
        this.proofs = proofs;
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var event = search.find(scope(actor), id).orElseThrow(() -> Refusal.unknown("audit.unknown"));
        model.addAttribute("event", words.line(event, locale));
        model.addAttribute(
                "proof", proofs.of(AuditSearch.SEALED_AS, String.valueOf(id)).orElse(null));
        return "portal/audit-event";
    }

    /** Below the company one sees the own stores; what belongs to no store is the whole company's. */
    static AuditScope scope(Actor actor) {
        return new AuditScope(actor.company(), actor.stores(), actor.unit().equals(actor.company()));
    }
}
