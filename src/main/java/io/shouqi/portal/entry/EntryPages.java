package io.shouqi.portal.entry;

import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.portal.entry.EntryRows.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A clerk enters a contract, and sees beside it what it will come to. */
@Controller
@RequestMapping("/contracts/new")
@AllowedTo({CLERK, STORE_MANAGER})
class EntryPages {

    private static final String PAGE = "entry/new";

    private final EntrySheets sheets;
    private final EntryQuotes quotes;
    private final EntryDesk desk;
    private final Drafts drafts;
    private final MessageSource messages;

    EntryPages(EntrySheets sheets, EntryQuotes quotes, EntryDesk desk, Drafts drafts, MessageSource messages) {
        this.sheets = sheets;
        this.quotes = quotes;
        this.desk = desk;
        this.drafts = drafts;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String draft, @AuthenticationPrincipal Actor actor, Model model) {
        return show(draft == null ? sheets.fresh(actor) : drafts.open(actor, draft), actor, model);
    }

    /** The form again with other rows or choices; what was typed stays. */
    @PostMapping("/form")
    String reshape(
            @ModelAttribute EntryForm form,
            @RequestParam(required = false) @Nullable Row add,
            @RequestParam(required = false) @Nullable Row remove,
            @RequestParam(defaultValue = "-1") int at,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("added", add);
        return show(EntryChange.of(form, add, remove, at), actor, model);
    }

    /** Asked whenever the typing pauses: saves the draft, and says what it comes to. */
    @PostMapping("/quote")
    String quote(@ModelAttribute EntryForm form, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var kept = drafts.keep(actor, form);
        model.addAttribute("quote", quotes.of(form, actor, locale, kept));
        return "entry/quote :: quote";
    }

    @PostMapping
    String enter(
            @ModelAttribute EntryForm form,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes next) {
        var intake = desk.enter(form, actor);
        next.addFlashAttribute(
                "toast", messages.getMessage(intake.isNew() ? "entry.entered" : "entry.known", null, locale));
        return "redirect:/contracts/" + intake.contractNo();
    }

    @PostMapping("/forget")
    String forget(@RequestParam(required = false) @Nullable String draft, @AuthenticationPrincipal Actor actor) {
        drafts.forget(actor, draft);
        return "redirect:/contracts/new";
    }

    private String show(EntryForm form, Actor actor, Model model) {
        model.addAttribute("sheet", sheets.of(form, actor));
        return PAGE;
    }
}
