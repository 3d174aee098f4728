package io.shouqi.portal.lists;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.lists.Density;
import io.shouqi.lists.ListQuery;
import io.shouqi.lists.Lists;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How somebody likes a list: which columns, how dense. Every answer is the list again, with the filters it had. */
@Controller
@RequestMapping("/lists/{list}")
@AllowedToStaff
class SettingPages {

    private final Lists lists;

    SettingPages(Lists lists) {
        this.lists = lists;
    }

    @PostMapping("/columns")
    String show(
            @PathVariable String list,
            @RequestParam(name = "column", defaultValue = "") List<String> columns,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor) {
        lists.show(actor.id(), lists.named(list), columns);
        return back(list, query);
    }

    @PostMapping("/columns/usual")
    String showUsual(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor) {
        lists.showUsual(actor.id(), lists.named(list));
        return back(list, query);
    }

    @PostMapping("/density")
    String become(
            @PathVariable String list,
            @RequestParam Density density,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal Actor actor) {
        lists.become(actor.id(), lists.named(list), density);
        return back(list, query);
    }

    private String back(String list, String query) {
        var listing = lists.named(list);
        return "redirect:" + listing.address(ListQuery.parse(listing, query));
    }
}
