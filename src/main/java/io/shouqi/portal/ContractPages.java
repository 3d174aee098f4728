package io.shouqi.portal;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

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

    /** @param seen what the open page shows already; nothing is answered while that is still so */
    @GetMapping("/{no}")
    ModelAndView one(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String seen,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        var sheet = sheets.of(actor, no, locale);
        if (sheet.mark().equals(seen)) {
            return new ModelAndView(NothingNew.VIEW);
        }
        return new ModelAndView("portal/contract", Map.of("sheet", sheet, "today", BusinessTime.today(clock)));
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
