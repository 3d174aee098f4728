package io.shouqi.identity.admin;

import static io.shouqi.identity.Role.ADMINISTRATOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation: its tree, and each area and store of it. */
@Controller
@RequestMapping("/admin")
@AllowedTo(ADMINISTRATOR)
class UnitPages {

    private static final String TREE = "redirect:/admin/units";
    private static final String ONE = "redirect:/admin/units/{code}";
    private static final String TOAST = "toast";

    private final Units units;
    private final UnitDesk desk;

    UnitPages(Units units, UnitDesk desk) {
        this.units = units;
        this.desk = desk;
    }

    @GetMapping
    String begin() {
        return TREE;
    }

    @GetMapping("/units")
    String tree(@AuthenticationPrincipal Actor actor, Model model) {
        fill(actor, model);
        model.addAttribute("cities", units.cities(actor));
        return "admin/units";
    }

    @GetMapping("/units/{code}")
    String one(@PathVariable String code, @AuthenticationPrincipal Actor actor, Model model) {
        fill(actor, model);
        model.addAttribute("unit", units.managed(actor, code));
        model.addAttribute("own", code.equals(actor.unit()));
        return "admin/unit";
    }

    private void fill(Actor actor, Model model) {
        var managed = units.managedBy(actor);
        model.addAttribute("units", managed);
        model.addAttribute("areas", managed.stream().filter(Unit::isArea).toList());
        model.addAttribute("wholeCompany", actor.unit().equals(actor.company()));
    }

    @PostMapping("/units/areas")
    String addArea(@ModelAttribute UnitForm form, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.addArea(actor, form);
        next.addFlashAttribute(TOAST, "admin.unit.added");
        return TREE;
    }

    @PostMapping("/units/stores")
    String addStore(@ModelAttribute UnitForm form, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.addStore(actor, form);
        next.addFlashAttribute(TOAST, "admin.unit.added");
        return TREE;
    }

    @PostMapping("/units/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute UnitForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        desk.change(actor, code, form);
        next.addFlashAttribute(TOAST, "admin.saved");
        return ONE;
    }

    @PostMapping("/units/{code}/close")
    String close(@PathVariable String code, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.close(actor, code);
        next.addFlashAttribute(TOAST, "admin.unit.closedNow");
        return ONE;
    }

    @PostMapping("/units/{code}/reopen")
    String reopen(@PathVariable String code, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.reopen(actor, code);
        next.addFlashAttribute(TOAST, "admin.unit.reopened");
        return ONE;
    }
}
