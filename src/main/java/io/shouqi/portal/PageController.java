package io.shouqi.portal;

import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.OpenDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@AllowedToStaff
class PageController {

    @GetMapping("/")
    String home() {
        return "redirect:/tasks";
    }

    @OpenDoor("nothing: who is not signed in begins here")
    @GetMapping("/login")
    String login() {
        return "portal/login";
    }
}
