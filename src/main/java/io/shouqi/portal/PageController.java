package io.shouqi.portal;

import io.shouqi.identity.AllowedToStaff;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@AllowedToStaff
class PageController {

    @GetMapping("/")
    String home() {
        return "redirect:/tasks";
    }
}
