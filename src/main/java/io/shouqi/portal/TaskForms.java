package io.shouqi.portal;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.workflow.Diagrams;
import io.shouqi.workflow.TaskList;
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

/** What the islands of the task page read and send: the form with its data, the answers, the diagram. */
@RestController
@RequestMapping("/tasks/{id}")
@AllowedToStaff
class TaskForms {

    private static final Object NO_FIELDS = Map.of("type", "default", "components", Set.of());

    private final TaskList tasks;
    private final Diagrams diagrams;
    private final MessageSource messages;

    TaskForms(TaskList tasks, Diagrams diagrams, MessageSource messages) {
        this.tasks = tasks;
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
        var task = tasks.open(id, actor).task();
        return Diagram.of(diagrams.view(task.process(), task.businessKey()));
    }

    @PostMapping("/complete")
    Completed complete(
            @PathVariable UUID id,
            @RequestBody Map<String, Object> answers,
            @AuthenticationPrincipal Actor actor,
            Locale locale) {
        var title = tasks.open(id, actor).task().title();
        tasks.complete(id, actor, answers);
        return new Completed("/tasks", messages.getMessage("tasks.completed", new Object[] {title}, locale));
    }

    record Form(Object schema, Map<String, Object> data) {}

    /** @param next the page to go on with */
    record Completed(String next, String message) {}
}
