package io.shouqi.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PageController {

    @GetMapping("/")
    String home() {
        return "redirect:/tasks";
    }

    @GetMapping("/login")
    String login() {
        return "portal/login";
    }
}
