package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.TaskFiles;
import io.shouqi.workflow.TaskQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files that hang on tasks: handed in, handed out as downloads, taken away. */
@Controller
@RequestMapping("/tasks")
@AllowedToStaff
class TaskFilePages {

    private final TaskFiles files;

    TaskFilePages(TaskFiles files) {
        this.files = files;
    }

    @PostMapping("/{id}/attachments")
    String attach(
            @PathVariable UUID id,
            TaskQuery query,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor)
            throws IOException {
        if (file == null) {
            throw Refusal.invalid("file", "task.file.choose");
        }
        files.attach(id, actor, file.getOriginalFilename(), file.getBytes());
        return "redirect:" + TaskAddress.of(id, query);
    }

    /** Never shown by the browser inside the product: whatever is in the file stays a file. */
    @GetMapping("/attachments/{file}")
    ResponseEntity<byte[]> download(@PathVariable UUID file, @AuthenticationPrincipal Actor actor) {
        var found = files.find(file, actor);
        var name = ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CONTENT_TYPE, found.kind().mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(files.content(file, actor));
    }

    @PostMapping("/attachments/{file}/remove")
    String remove(@PathVariable UUID file, TaskQuery query, @AuthenticationPrincipal Actor actor) {
        return "redirect:" + TaskAddress.of(files.remove(file, actor), query);
    }
}
