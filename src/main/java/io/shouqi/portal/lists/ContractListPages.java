package io.shouqi.portal.lists;

import io.shouqi.contract.ContractStatus;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.Stores;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListView;
import io.shouqi.lists.Lists;
import io.shouqi.pricing.DealType;
import io.shouqi.shared.BusinessTime;
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

/** The contracts of one's stores. */
@Controller
@RequestMapping("/contracts")
@AllowedToReaders
class ContractListPages {

    static final int PAGE = 30;

    private static final ListExport.Workbook WORKBOOK =
            new ListExport.Workbook("contract", "contracts", "frame.contracts");

    private final Lists lists;
    private final ContractRows rows;
    private final ListExport export;
    private final Stores stores;
    private final Clock clock;

    ContractListPages(Lists lists, ContractRows rows, ListExport export, Stores stores, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.export = export;
        this.stores = stores;
        this.clock = clock;
    }

    @GetMapping
    String list(
            ContractFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var list = view(actor, parameters);
        if (list.opensWith() != null) {
            return "redirect:" + list.opensWith();
        }
        var wanted = filter.wanted();
        var page = rows.page(actor, wanted, list.sorting(), list.after(), list.size(PAGE));
        model.addAttribute("list", list);
        model.addAttribute("wanted", wanted);
        model.addAttribute("statuses", ContractStatus.values());
        model.addAttribute("types", DealType.values());
        model.addAttribute("stores", stores.visibleTo(actor));
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("today", BusinessTime.today(clock));
        return "portal/contracts";
    }

    @GetMapping("/export.xlsx")
    @Nullable
    String export(
            ContractFilter filter,
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
                after -> rows.page(actor, wanted, list.sorting(), after, ListExport.BATCH));
    }

    /** Those that were ticked. */
    @PostMapping("/export.xlsx")
    @Nullable
    String exportPicked(
            ContractFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        return export(filter.picked(), parameters, actor, locale, response, next);
    }

    private ListView<ContractRow> view(Actor actor, MultiValueMap<String, String> parameters) {
        return lists.view(actor.id(), ContractListing.LISTING, parameters);
    }
}
