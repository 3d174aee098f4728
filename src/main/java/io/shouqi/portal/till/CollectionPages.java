package io.shouqi.portal.till;

import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.Stores;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.IdempotentCalls.Call;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was collected: find any receipt, look into it, take back what was entered wrongly. */
@Controller
@RequestMapping("/receipts")
@AllowedToReaders
class CollectionPages {

    private final ReceiptList list;
    private final ReceiptSheets sheets;
    private final ReversalDesk reversals;
    private final Stores stores;
    private final MessageSource messages;
    private final Clock clock;

    CollectionPages(
            ReceiptList list,
            ReceiptSheets sheets,
            ReversalDesk reversals,
            Stores stores,
            MessageSource messages,
            Clock clock) {
        this.list = list;
        this.sheets = sheets;
        this.reversals = reversals;
        this.stores = stores;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var filter = ReceiptFilter.read(typed);
        var page = list.page(actor, filter, cursor);
        model.addAttribute("filter", filter);
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("sums", cursor == null ? list.sums(actor, filter) : null);
        model.addAttribute("methods", Channel.values());
        model.addAttribute("states", ReceiptFilter.State.values());
        model.addAttribute("stores", stores.visibleTo(actor));
        model.addAttribute("today", BusinessTime.today(clock));
        return "till/receipts";
    }

    @GetMapping("/{no}")
    String one(@PathVariable String no, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        model.addAttribute("sheet", sheets.of(actor, no, locale));
        return "till/receipt";
    }

    /** From the counter the way leads back to the counter, where the money is entered anew. */
    @PostMapping("/{no}/reverse")
    @AllowedTo({CLERK, CASHIER, STORE_MANAGER})
    String reverse(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes kept) {
        var reversed = reversals.reverse(
                no, reason, actor, new Call(actor.username(), "reverse " + no, key, String.valueOf(reason)));
        kept.addFlashAttribute("toast", messages.getMessage("till.reversed", new Object[] {no}, locale));
        return "cashier".equals(next)
                ? "redirect:/cashier?contract=" + reversed.contractNo() + "&after=" + no
                : "redirect:/receipts/{no}";
    }
}
