package io.shouqi.portal.lists;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.lists.ListQuery;
import io.shouqi.lists.Listing;
import io.shouqi.lists.Lists;
import io.shouqi.lists.SavedFilters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The filters somebody keeps. Every answer is the list again. */
@Controller
@RequestMapping("/lists/{list}/filters")
@AllowedToStaff
class FilterPages {

    private static final String TOAST = "listToast";
    private static final String SAVED = "lists.saved";

    private final Lists lists;
    private final SavedFilters filters;

    FilterPages(Lists lists, SavedFilters filters) {
        this.lists = lists;
        this.filters = filters;
    }

    @PostMapping
    String save(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var listing = lists.named(list);
        filters.save(actor.id(), listing, name, ListQuery.parse(listing, query));
        next.addFlashAttribute(TOAST, SAVED);
        return back(listing, query);
    }

    /** Saves what was deleted a moment ago, as it was. */
    @PostMapping("/undo")
    String undo(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String opens,
            @AuthenticationPrincipal Actor actor) {
        var listing = lists.named(list);
        var id = filters.save(actor.id(), listing, name, ListQuery.parse(listing, query));
        if (Boolean.parseBoolean(opens)) {
            filters.openWith(actor.id(), listing, id);
        }
        return back(listing, query);
    }

    @PostMapping("/{id}")
    String rename(
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var listing = lists.named(list);
        filters.rename(actor.id(), listing, id, name);
        next.addFlashAttribute(TOAST, SAVED);
        return back(listing, query);
    }

    @PostMapping("/{id}/default")
    String openWith(
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var listing = lists.named(list);
        filters.openWith(actor.id(), listing, id);
        next.addFlashAttribute(TOAST, SAVED);
        return back(listing, query);
    }

    @PostMapping("/{id}/usual")
    String openWithNone(
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var listing = lists.named(list);
        filters.openWithNone(actor.id(), listing);
        next.addFlashAttribute(TOAST, SAVED);
        return back(listing, query);
    }

    @PostMapping("/{id}/delete")
    String delete(
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var listing = lists.named(list);
        var gone = filters.delete(actor.id(), listing, id);
        // plain texts: until the next page they lie in the session, which a newer edition may read
        next.addFlashAttribute("undoList", list);
        next.addFlashAttribute("undoName", gone.name());
        next.addFlashAttribute("undoQuery", gone.query());
        next.addFlashAttribute("undoOpens", String.valueOf(gone.opens()));
        return back(listing, query);
    }

    private static String back(Listing<?> listing, String query) {
        return "redirect:" + listing.address(ListQuery.parse(listing, query));
    }
}
