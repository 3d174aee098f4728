package io.shouqi.portal;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A contract as a whole. */
@Controller
@RequestMapping("/contracts")
@AllowedToReaders
class ContractPages {

    private final ContractSheets sheets;
    private final Clock clock;

    ContractPages(ContractSheets sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/{no}")
    String one(@PathVariable String no, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        model.addAttribute("sheet", sheets.of(actor, no, locale));
        model.addAttribute("today", BusinessTime.today(clock));
        return "portal/contract";
    }

    @GetMapping(path = "/{no}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Diagram diagram(
            @PathVariable String no,
            @RequestParam String process,
            @RequestParam String key,
            @AuthenticationPrincipal Actor actor) {
        return Diagram.of(sheets.position(actor, no, process, key));
    }
}
