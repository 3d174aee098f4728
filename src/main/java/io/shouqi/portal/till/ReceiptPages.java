package io.shouqi.portal.till;

import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.shared.IdempotentCalls.Call;
import java.util.Locale;
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

/** One receipt: look into it, take back what was entered wrongly. */
@Controller("receiptSheetPages")
@RequestMapping("/receipts/{no}")
@AllowedToReaders
class ReceiptPages {

    private final ReceiptSheets sheets;
    private final ReversalDesk reversals;
    private final MessageSource messages;

    ReceiptPages(ReceiptSheets sheets, ReversalDesk reversals, MessageSource messages) {
        this.sheets = sheets;
        this.reversals = reversals;
        this.messages = messages;
    }

    @GetMapping
    String one(@PathVariable String no, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        model.addAttribute("sheet", sheets.of(actor, no, locale));
        return "till/receipt";
    }

    /** From the counter the way leads back to the counter, where the money is entered anew. */
    @PostMapping("/reverse")
    @AllowedTo({CLERK, CASHIER, STORE_MANAGER})
    String reverse(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes kept) {
        var call = new Call(actor.username(), "reverse " + no, key, String.valueOf(reason));
        var reversed = reversals.reverse(no, reason, actor, call);
        kept.addFlashAttribute("toast", messages.getMessage("till.reversed", new Object[] {no}, locale));
        return "cashier".equals(next)
                ? "redirect:/cashier?contract=" + reversed.contractNo() + "&after=" + no
                : "redirect:/receipts/{no}";
    }
}
