package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.portal.Diagram;
import io.shouqi.shared.BusinessTime;
import io.shouqi.workflow.Diagrams;
import io.shouqi.workflow.TaskDrafts;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQuery;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the islands of the task page read and send: the form with its data, a draft, the answers, the diagram. */
@RestController
@RequestMapping("/tasks/{id}")
@AllowedToStaff
class TaskForms {

    private static final Object NO_FIELDS = Map.of("type", "default", "components", Set.of());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final TaskList tasks;
    private final TaskDrafts drafts;
    private final Diagrams diagrams;
    private final MessageSource messages;

    TaskForms(TaskList tasks, TaskDrafts drafts, Diagrams diagrams, MessageSource messages) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.diagrams = diagrams;
        this.messages = messages;
    }

    @GetMapping("/form")
    Form form(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var open = tasks.open(id, actor);
        var schema = open.schema();
        return new Form(schema == null ? NO_FIELDS : schema, open.data());
    }

    @GetMapping("/diagram")
    Diagram diagram(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var task = tasks.find(id, actor);
        return Diagram.of(diagrams.view(task.process(), task.businessKey()));
    }

    @PostMapping("/draft")
    Kept draft(
            @PathVariable UUID id,
            @RequestBody Map<String, Object> answers,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        var saved = drafts.save(id, actor, answers).savedAt().atZone(BusinessTime.ZONE);
        return new Kept(text("tasks.draft.saved", locale, saved.format(TIME)));
    }

    @PostMapping("/complete")
    Completed complete(
            @PathVariable UUID id,
            TaskQuery query,
            @RequestBody Map<String, Object> answers,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        var title = tasks.find(id, actor).title();
        tasks.complete(id, actor, answers);
        return new Completed("/tasks?" + TaskAddress.text(query), text("tasks.completed", locale, title));
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }

    record Form(Object schema, Map<String, Object> data) {}

    record Kept(String message) {}

    /** @param next the page to go on with */
    record Completed(String next, String message) {}
}
