package io.shouqi.portal;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AUDITOR;

import io.shouqi.audit.AuditAction;
import io.shouqi.audit.AuditSearch;
import io.shouqi.audit.EventCursor;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListPage;
import io.shouqi.lists.ListView;
import io.shouqi.lists.Lists;
import io.shouqi.shared.PageCursor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit log, the newest first: searched, and taken along. */
@Controller
@RequestMapping("/audit")
@AllowedTo({AUDITOR, ADMINISTRATOR})
class AuditListPages {

    private static final int PAGE = 50;
    private static final ListExport.Workbook WORKBOOK =
            new ListExport.Workbook(AuditSearch.SEALED_AS, "audit", "audit.title");

    private final Lists lists;
    private final AuditSearch search;
    private final AuditWords words;
    private final ListExport export;
    private final Clock clock;

    AuditListPages(Lists lists, AuditSearch search, AuditWords words, ListExport export, Clock clock) {
        this.lists = lists;
        this.search = search;
        this.words = words;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping
    String list(
            AuditFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            Model model) {
        var list = view(actor, parameters);
        if (list.opensWith() != null) {
            return "redirect:" + list.opensWith();
        }
        var wanted = filter.wanted(clock);
        var page = page(actor, wanted, list.after(), list.size(PAGE), locale);
        model.addAttribute("list", list);
        model.addAttribute("wanted", wanted);
        model.addAttribute("actions", AuditAction.codes());
        model.addAttribute("kinds", AuditWords.KINDS);
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        return "portal/audit";
    }

    @GetMapping("/export.xlsx")
    @Nullable
    String export(
            AuditFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var wanted = filter.wanted(clock);
        return export.answer(
                new ListExport.Reader(response, next, locale),
                WORKBOOK,
                view(actor, parameters),
                search.count(AuditPages.scope(actor), wanted, ListExport.MOST + 1),
                after -> page(actor, wanted, after, ListExport.BATCH, locale));
    }

    /** Those that were ticked. */
    @PostMapping("/export.xlsx")
    @Nullable
    String exportPicked(
            AuditFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        return export(filter.picked(), parameters, actor, locale, response, next);
    }

    private ListPage<AuditLine> page(
            Actor actor, AuditSearch.Wanted wanted, @Nullable PageCursor after, int size, Locale locale) {
        var last = after == null ? null : EventCursor.parse(after.number());
        var page = search.page(AuditPages.scope(actor), wanted, last, size);
        var next = page.next();
        return new ListPage<>(
                page.items().stream().map(event -> words.line(event, locale)).toList(),
                next == null ? null : new PageCursor("", "", next.toString()));
    }

    private ListView<AuditLine> view(Actor actor, MultiValueMap<String, String> parameters) {
        return lists.view(actor.id(), AuditListing.LISTING, parameters);
    }
}
