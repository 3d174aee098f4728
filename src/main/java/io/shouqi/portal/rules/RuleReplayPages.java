package io.shouqi.portal.rules;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.Replay;
import io.shouqi.pricing.ReplayPart;
import io.shouqi.pricing.Replays;
import io.shouqi.shared.Checks;
import io.shouqi.shared.PageAsk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The replay gate: what a version would have cost the contracts of a period. */
@Controller
@RequestMapping("/rules/{table}/{version}/replay")
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR})
class RuleReplayPages {

    private static final String PAGE = "50";

    private final Replays replays;
    private final RuleSheets sheets;
    private final StoreNames stores;

    RuleReplayPages(Replays replays, RuleSheets sheets, StoreNames stores) {
        this.replays = replays;
        this.sheets = sheets;
        this.stores = stores;
    }

    /** @param items the most first */
    record Group(ReplayPart.Kind kind, List<ReplayPart> items) {}

    @PostMapping
    @AllowedTo(ANALYST)
    String start(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var checks = new Checks();
        var first = checks.optionalDate("from", from);
        var last = checks.optionalDate("to", to);
        checks.refuse();
        return show(table, version, replays.start(actor, table, version, first, last), actor, model);
    }

    /** How far it is, and once it is done, what came out. */
    @GetMapping
    String result(
            @PathVariable String table, @PathVariable int version, @AuthenticationPrincipal Actor actor, Model model) {
        sheets.readable(actor, table, version);
        return show(
                table, version, replays.current(actor.company(), table, version).orElse(null), actor, model);
    }

    private String show(String table, int version, @Nullable Replay replay, Actor actor, Model model) {
        model.addAttribute("table", table);
        model.addAttribute("version", version);
        model.addAttribute("replay", replay);
        if (replay != null && replay.state() == Replay.State.DONE) {
            model.addAttribute(
                    "groups",
                    List.of(ReplayPart.Kind.values()).stream()
                            .map(kind -> new Group(kind, replays.parts(replay.id(), kind)))
                            .filter(group -> !group.items().isEmpty())
                            .toList());
            addCases(replays.cases(replay.id(), new PageAsk(null, PAGE)), actor, model);
        }
        return "rules/replay :: result";
    }

    /** The contracts that change, page by page. */
    @GetMapping("/contracts")
    String contracts(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        sheets.readable(actor, table, version);
        model.addAttribute("table", table);
        model.addAttribute("version", version);
        var page = replays.current(actor.company(), table, version)
                .map(replay -> replays.cases(replay.id(), new PageAsk(cursor, PAGE)))
                .orElse(new Replays.Page(List.of(), null));
        addCases(page, actor, model);
        return "rules/replay :: cases";
    }

    private void addCases(Replays.Page page, Actor actor, Model model) {
        model.addAttribute("cases", page.items());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("storeNames", stores.of(actor));
    }
}
