package io.shouqi.portal.merchant;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.FINANCE;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AsksAgain;
import io.shouqi.shared.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The merchant accounts of the company and its stores. */
@Controller
@RequestMapping("/admin/merchants")
@AllowedTo(ADMINISTRATOR)
@AsksAgain
class MerchantPages {

    private static final String PAGE = "admin/merchant";
    private static final String ONE = "redirect:/admin/merchants/{id}";
    private static final String TOAST = "toast";

    private final MerchantDesk desk;

    MerchantPages(MerchantDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @AllowedTo({ADMINISTRATOR, FINANCE})
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("accounts", desk.visibleTo(actor));
        model.addAttribute("manages", MerchantDesk.manages(actor));
        return "admin/merchants";
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMINISTRATOR, FINANCE})
    String one(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, Model model) {
        var account = desk.visibleTo(actor, id);
        model.addAttribute("account", account);
        model.addAttribute("channel", account.channel());
        return PAGE;
    }

    @GetMapping("/new")
    String fresh(@RequestParam Channel channel, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("channel", online(channel));
        model.addAttribute("stores", desk.owners(actor));
        model.addAttribute("wholeCompany", desk.mayOwnAll(actor));
        return PAGE;
    }

    private static Channel online(Channel channel) {
        if (!channel.online()) {
            throw Refusal.unknown("admin.merchant.unknown");
        }
        return channel;
    }

    @PostMapping
    String add(
            @RequestParam Channel channel,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile privateKeyFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next)
            throws IOException {
        var id = desk.add(actor, online(channel), read(form, privateKeyFile));
        next.addFlashAttribute(TOAST, "admin.saved");
        return "redirect:/admin/merchants/" + id;
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile privateKeyFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next)
            throws IOException {
        desk.change(actor, id, read(form, privateKeyFile));
        next.addFlashAttribute(TOAST, "admin.saved");
        return ONE;
    }

    @PostMapping("/{id}/keys")
    String trust(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next)
            throws IOException {
        desk.trust(actor, id, read(form, null));
        next.addFlashAttribute(TOAST, "admin.merchant.trusted");
        return ONE;
    }

    @PostMapping("/{id}/keys/withdraw")
    String distrust(
            @PathVariable UUID id,
            @RequestParam String keyName,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        desk.distrust(actor, id, keyName);
        next.addFlashAttribute(TOAST, "admin.merchant.distrusted");
        return ONE;
    }

    @PostMapping("/{id}/check")
    String check(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        // by name: sessions, which carry it to the next page, hold plain values only
        next.addFlashAttribute("answer", desk.check(actor, id).name());
        return ONE;
    }

    private static MerchantForm read(Map<String, String> form, @Nullable MultipartFile privateKeyFile)
            throws IOException {
        return new MerchantForm(
                form.get("store"),
                form.get("merchantId"),
                form.get("appId"),
                privateKeyFile == null || privateKeyFile.isEmpty()
                        ? form.get("privateKey")
                        : new String(privateKeyFile.getBytes(), StandardCharsets.US_ASCII),
                form.get("serial"),
                form.get("apiV3Key"),
                form.get("keyName"),
                form.get("publicKey"));
    }
}
