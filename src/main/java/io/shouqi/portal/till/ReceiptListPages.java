package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.Stores;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListView;
import io.shouqi.lists.Lists;
import io.shouqi.lists.Sorting;
import io.shouqi.shared.BusinessTime;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
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

/** What was collected: any receipt of one's stores, found by anything that stands on it. */
@Controller
@RequestMapping("/receipts")
@AllowedToReaders
class ReceiptListPages {

    static final int PAGE = 50;

    private static final ListExport.Workbook WORKBOOK = new ListExport.Workbook("receipt", "receipts", "till.receipts");

    private final Lists lists;
    private final ReceiptRows rows;
    private final ListExport export;
    private final Stores stores;
    private final Clock clock;

    ReceiptListPages(Lists lists, ReceiptRows rows, ListExport export, Stores stores, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.export = export;
        this.stores = stores;
        this.clock = clock;
    }

    @GetMapping
    String list(
            ReceiptFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var list = view(actor, parameters);
        if (list.opensWith() != null) {
            return "redirect:" + list.opensWith();
        }
        var wanted = filter.wanted();
        var after = list.after();
        var page = rows.page(actor, wanted, sorting(list), after, list.size(PAGE));
        model.addAttribute("list", list);
        model.addAttribute("wanted", wanted);
        // of everything there ever was nobody needs the sum
        var summed = after == null && list.isNarrowed();
        model.addAttribute("sums", summed ? rows.sums(actor, wanted) : null);
        model.addAttribute("methods", Channel.values());
        model.addAttribute("states", ReceiptFilter.State.values());
        model.addAttribute("stores", stores.visibleTo(actor));
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("today", BusinessTime.today(clock));
        return "till/receipts";
    }

    @GetMapping("/export.xlsx")
    @Nullable
    String export(
            ReceiptFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var list = view(actor, parameters);
        var wanted = filter.wanted();
        return export.answer(
                new ListExport.Reader(response, next, locale),
                WORKBOOK,
                list,
                rows.count(actor, wanted),
                after -> rows.page(actor, wanted, sorting(list), after, ListExport.BATCH));
    }

    /** Those that were ticked. */
    @PostMapping("/export.xlsx")
    @Nullable
    String exportPicked(
            ReceiptFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        return export(filter.picked(), parameters, actor, locale, response, next);
    }

    /** The list has a usual order, so it always has one. */
    private static Sorting sorting(ListView<ReceiptRow> list) {
        return Objects.requireNonNull(list.sorting());
    }

    private ListView<ReceiptRow> view(Actor actor, MultiValueMap<String, String> parameters) {
        return lists.view(actor.id(), ReceiptListing.LISTING, parameters);
    }
}
