package io.shouqi.portal;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AUDITOR;

import io.shouqi.audit.AuditAction;
import io.shouqi.audit.AuditScope;
import io.shouqi.audit.AuditSearch;
import io.shouqi.audit.EventCursor;
import io.shouqi.audit.SealProofs;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit log: searched, read event by event, taken along. */
@Controller
@RequestMapping("/audit")
@AllowedTo({AUDITOR, ADMINISTRATOR})
class AuditPages {

    private static final int PAGE = 50;

    private final AuditSearch search;
    private final AuditWords words;
    private final AuditExport export;
    private final SealProofs proofs;
    private final Clock clock;

    AuditPages(AuditSearch search, AuditWords words, AuditExport export, SealProofs proofs, Clock clock) {
        this.search = search;
        this.words = words;
        this.export = export;
        this.proofs = proofs;
        this.clock = clock;
    }

    @GetMapping
    String list(
            AuditFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            Model model) {
        var wanted = filter.wanted(clock);
        var page = search.page(scope(actor), wanted, cursor == null ? null : EventCursor.parse(cursor), PAGE);
        model.addAttribute("wanted", wanted);
        model.addAttribute("actions", AuditAction.codes());
        model.addAttribute("kinds", AuditWords.KINDS);
        model.addAttribute(
                "items", page.items().stream().map(e -> words.line(e, locale)).toList());
        model.addAttribute("next", page.next() == null ? null : address("/audit", wanted, page.next()));
        model.addAttribute("export", address("/audit/export.csv", wanted, null));
        model.addAttribute("exportLimit", AuditExport.MOST);
        return "portal/audit";
    }

    @GetMapping("/events/{id}")
    String one(@PathVariable long id, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var event = search.find(scope(actor), id).orElseThrow(() -> Refusal.unknown("audit.unknown"));
        model.addAttribute("event", words.line(event, locale));
        model.addAttribute(
                "proof", proofs.of(AuditSearch.SEALED_AS, String.valueOf(id)).orElse(null));
        return "portal/audit-event";
    }

    @GetMapping("/export.csv")
    void export(AuditFilter filter, @AuthenticationPrincipal Actor actor, Locale locale, HttpServletResponse response)
            throws IOException {
        var wanted = filter.wanted(clock);
        export.announce(scope(actor), wanted);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-" + wanted.from() + "-" + wanted.to() + ".csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            export.write(scope(actor), wanted, locale, out);
        }
    }

    /** Below the company one sees the own stores; what belongs to no store is the whole company's. */
    private static AuditScope scope(Actor actor) {
        return new AuditScope(actor.company(), actor.stores(), actor.unit().equals(actor.company()));
    }

    private static String address(String path, AuditSearch.Wanted wanted, @Nullable EventCursor cursor) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("from", wanted.from())
                .queryParam("to", wanted.to())
                .queryParamIfPresent("who", Optional.ofNullable(wanted.person()))
                .queryParamIfPresent("action", Optional.ofNullable(wanted.action()))
                .queryParamIfPresent("kind", Optional.ofNullable(wanted.kind()))
                .queryParamIfPresent("subject", Optional.ofNullable(wanted.subject()))
                .queryParamIfPresent("q", Optional.ofNullable(wanted.text()))
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .encode()
                .build()
                .toUriString();
    }
}
