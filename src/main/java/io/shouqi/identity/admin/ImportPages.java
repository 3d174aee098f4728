package io.shouqi.identity.admin;

import static io.shouqi.identity.Role.ADMINISTRATOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AsksAgain;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import io.shouqi.sheet.WorkbookFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** People from a file: template, upload, a look at what would happen, and then the passwords to hand out. */
@Controller
@RequestMapping("/admin/people/import")
@AllowedTo(ADMINISTRATOR)
class ImportPages {

    private static final String PAGE = "admin/import";

    private final PeopleImport imports;
    private final MessageSource messages;

    ImportPages(PeopleImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping
    String begin() {
        return PAGE;
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> template(@AuthenticationPrincipal Actor actor) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("人员导入.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, WorkbookFile.XLSX)
                .body(imports.template(actor));
    }

    @PostMapping
    String upload(@RequestParam(required = false) @Nullable MultipartFile file, @AuthenticationPrincipal Actor actor)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "admin.import.choose");
        }
        return "redirect:/admin/people/import/" + imports.upload(actor, file.getBytes());
    }

    /** A wrong cell in words. */
    record Wrong(String cell, String reason) {}

    @GetMapping("/{id}")
    String preview(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var plan = imports.preview(actor, id);
        model.addAttribute("id", id);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "wrong",
                plan.wrong().stream()
                        .flatMap(line -> line.wrong().stream())
                        .map(error -> new Wrong(error.field(), text(error, locale)))
                        .toList());
        return PAGE;
    }

    private String text(FieldError error, Locale locale) {
        return String.valueOf(
                messages.getMessage(error.code(), List.copyOf(error.arguments()).toArray(), error.code(), locale));
    }

    /** No redirect: the passwords are in this answer alone. */
    @PostMapping("/{id}")
    @AsksAgain
    String post(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, Model model) {
        var posted = imports.post(actor, id);
        model.addAttribute("posted", posted);
        if (!posted.handouts().isEmpty()) {
            model.addAttribute("handout", inline(PeopleWorkbook.passwords(posted.handouts())));
        }
        return PAGE;
    }

    private static String inline(byte[] workbook) {
        return "data:" + WorkbookFile.XLSX + ";base64," + Base64.getEncoder().encodeToString(workbook);
    }
}
