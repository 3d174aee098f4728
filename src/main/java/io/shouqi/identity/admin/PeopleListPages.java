package io.shouqi.identity.admin;

import static io.shouqi.identity.Role.ADMINISTRATOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.Role;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListView;
import io.shouqi.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** The people of one's units. */
@Controller
@RequestMapping("/admin/people")
@AllowedTo(ADMINISTRATOR)
class PeopleListPages {

    private static final ListExport.Workbook WORKBOOK = new ListExport.Workbook("person", "people", "admin.people");

    private final Lists lists;
    private final People people;
    private final Units units;
    private final ListExport export;

    PeopleListPages(Lists lists, People people, Units units, ListExport export) {
        this.lists = lists;
        this.people = people;
        this.units = units;
        this.export = export;
    }

    @GetMapping
    String list(
            PeopleFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var list = view(actor, parameters);
        if (list.opensWith() != null) {
            return "redirect:" + list.opensWith();
        }
        var wanted = filter.wanted();
        var page = people.page(actor, wanted, list.after(), list.size(People.PAGE));
        model.addAttribute("list", list);
        model.addAttribute("wanted", wanted);
        model.addAttribute("units", units.managedBy(actor));
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("states", People.State.values());
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        return "admin/people";
    }

    @GetMapping("/export.xlsx")
    @Nullable
    String export(
            PeopleFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var wanted = filter.wanted();
        return export.answer(
                new ListExport.Reader(response, next, locale),
                WORKBOOK,
                view(actor, parameters),
                people.count(actor, wanted),
                after -> people.page(actor, wanted, after, ListExport.BATCH));
    }

    /** Those that were ticked. */
    @PostMapping("/export.xlsx")
    @Nullable
    String exportPicked(
            PeopleFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        return export(filter.picked(), parameters, actor, locale, response, next);
    }

    private ListView<Person> view(Actor actor, MultiValueMap<String, String> parameters) {
        return lists.view(actor.id(), PeopleListing.LISTING, parameters);
    }
}
