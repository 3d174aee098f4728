package io.shouqi.portal.lists;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.Stores;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListView;
import io.shouqi.lists.Lists;
import io.shouqi.lists.Sorting;
import io.shouqi.pricing.PartyRole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** What customers owe one's stores. */
@Controller
@RequestMapping("/receivables")
@AllowedToReaders
class ReceivableListPages {

    static final int PAGE = 30;

    private static final ListExport.Workbook WORKBOOK =
            new ListExport.Workbook("receivable", "receivables", "receivables.title");

    private final Lists lists;
    private final ReceivableRows rows;
    private final ListExport export;
    private final Stores stores;

    ReceivableListPages(Lists lists, ReceivableRows rows, ListExport export, Stores stores) {
        this.lists = lists;
        this.rows = rows;
        this.export = export;
        this.stores = stores;
    }

    @GetMapping
    String list(
            ReceivableFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var list = view(actor, parameters);
        if (list.opensWith() != null) {
            return "redirect:" + list.opensWith();
        }
        var wanted = filter.wanted();
        var page = rows.page(actor, wanted, sorting(list), list.after(), list.size(PAGE));
        model.addAttribute("list", list);
        model.addAttribute("wanted", wanted);
        model.addAttribute("states", DebtState.values());
        model.addAttribute("payers", PartyRole.values());
        model.addAttribute("stores", stores.visibleTo(actor));
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        if (list.after() == null) {
            model.addAttribute("sums", rows.sums(actor, wanted));
        }
        return "portal/receivables";
    }

    @GetMapping("/export.xlsx")
    @Nullable
    String export(
            ReceivableFilter filter,
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
                rows.sums(actor, wanted).count(),
                after -> rows.page(actor, wanted, sorting(list), after, ListExport.BATCH));
    }

    /** Those that were ticked. */
    @PostMapping("/export.xlsx")
    @Nullable
    String exportPicked(
            ReceivableFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        return export(filter.picked(), parameters, actor, locale, response, next);
    }

    private ListView<ReceivableRow> view(Actor actor, MultiValueMap<String, String> parameters) {
        return lists.view(actor.id(), ReceivableListing.LISTING, parameters);
    }

    private static Sorting sorting(ListView<ReceivableRow> list) {
        return Objects.requireNonNullElse(list.sorting(), ReceivableListing.USUAL);
    }
}
