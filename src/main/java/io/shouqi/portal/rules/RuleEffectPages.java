package io.shouqi.portal.rules;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.adjustment.AdjustmentBulk;
import io.shouqi.adjustment.AdjustmentStatus;
import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.adjustment.Adjustments;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.Role;
import io.shouqi.pricing.Replay;
import io.shouqi.pricing.ReplayCase;
import io.shouqi.pricing.RetroactiveEffects;
import io.shouqi.shared.PageAsk;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The contracts that a correction of the past touches, and what is done about them. */
@Controller
@RequestMapping("/rules/{table}/{version}")
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR})
class RuleEffectPages {

    private static final String VIEW = "rules/effects :: effects";
    private static final Set<Role> PROPOSERS = Set.of(STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST);

    private final RetroactiveEffects effects;
    private final Adjustments adjustments;
    private final AdjustmentBulk bulk;
    private final RuleSheets sheets;
    private final StoreNames stores;

    RuleEffectPages(
            RetroactiveEffects effects,
            Adjustments adjustments,
            AdjustmentBulk bulk,
            RuleSheets sheets,
            StoreNames stores) {
        this.effects = effects;
        this.adjustments = adjustments;
        this.bulk = bulk;
        this.sheets = sheets;
        this.stores = stores;
    }

    /** @param adjustment the last one that this version made; null where none was asked for */
    record Touched(ReplayCase contract, @Nullable AdjustmentView adjustment) {

        public boolean proposable() {
            return contract.after() != null
                    && (adjustment == null || (!adjustment.open() && adjustment.status() != AdjustmentStatus.DONE));
        }
    }

    @GetMapping("/effects")
    String effects(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return show(table, version, cursor, actor, model);
    }

    /** For each contract that was ticked a request of its own; the page says which could not be made, and why. */
    @PostMapping("/adjustments")
    @AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST})
    String propose(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam(name = "contract", required = false) @Nullable List<String> contracts,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        sheets.readable(actor, table, version);
        var chosen = Objects.requireNonNullElse(contracts, List.<String>of());
        model.addAttribute("outcomes", bulk.propose(actor, table, version, chosen, reason));
        return show(table, version, null, actor, model);
    }

    private String show(String table, int version, @Nullable String cursor, Actor actor, Model model) {
        sheets.readable(actor, table, version);
        var found = effects.of(actor.company(), table, version).orElse(null);
        model.addAttribute("table", table);
        model.addAttribute("version", version);
        model.addAttribute("effects", found);
        model.addAttribute("paysBy", found != null && found.measure() == Replay.Measure.FEES);
        model.addAttribute("mayPropose", PROPOSERS.stream().anyMatch(actor::is));
        model.addAttribute("storeNames", stores.of(actor));
        if (found != null && found.state() == Replay.State.DONE) {
            var page = effects.contracts(found, new PageAsk(cursor, Integer.toString(AdjustmentBulk.MOST)));
            model.addAttribute("touched", touched(page.items(), version));
            model.addAttribute("next", page.nextCursor());
        }
        return VIEW;
    }

    private List<Touched> touched(List<ReplayCase> cases, int version) {
        var last = adjustments.last(cases.stream().map(ReplayCase::contractNo).toList(), version);
        return cases.stream()
                .map(one -> new Touched(one, last.get(one.contractNo())))
                .toList();
    }
}
