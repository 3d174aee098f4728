package io.shouqi.portal.monitor;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;

import io.shouqi.identity.AllowedTo;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of the steps that were done again. */
@Controller
@AllowedTo({ANALYST, ADMINISTRATOR})
class RetryPages {

    private final RetryDesk desk;

    RetryPages(RetryDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/monitor/retries/{batch}")
    String progress(@PathVariable UUID batch, Model model) {
        model.addAttribute("progress", desk.progress(batch));
        return "monitor/retries";
    }
}
