package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.shared.Checks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The task list for other systems: a key acts for its user, and {@code mine} is that user's. */
@RestController
@RequestMapping("/api/v1/tasks")
@AllowedToStaff
@ApiScope(ApiPart.TASKS)
class TaskApi {

    private final TaskList tasks;
    private final TaskHistory history;

    TaskApi(TaskList tasks, TaskHistory history) {
        this.tasks = tasks;
        this.history = history;
    }

    @GetMapping
    @Operation(summary = "Open tasks of a queue, filtered and sorted")
    Page list(
            @ParameterObject TaskQuery query,
            @Parameter(description = "short for queue=mine") @RequestParam(required = false) @Nullable String mine,
            @Parameter(description = "short for queue=group") @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor) {
        var otherwise = mine != null ? TaskQueue.MINE : group != null ? TaskQueue.GROUP : TaskQueue.ALL;
        var page = tasks.page(query.search(otherwise), actor, cursor);
        return new Page(
                page.items().stream().map(task -> TaskItem.of(task, actor)).toList(), page.nextCursor());
    }

    @GetMapping("/queues")
    @Operation(summary = "How many open tasks lie in each queue")
    Map<TaskQueue, Long> queues(@AuthenticationPrincipal Actor actor) {
        return tasks.counts(actor);
    }

    @GetMapping("/{id}")
    Detail open(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var open = tasks.open(id, actor);
        return new Detail(TaskItem.of(open.task(), actor), new FormView(open.schema(), open.data()));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "What happened to the task, latest first, with the other tasks of the same subject")
    History history(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new History(history.of(id, actor).stream().map(TaskEventItem::of).toList());
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(@PathVariable UUID id, @RequestBody Comment comment, @AuthenticationPrincipal Actor actor) {
        history.comment(id, actor, comment.text());
    }

    @PostMapping("/{id}/claim")
    TaskItem claim(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        tasks.claim(id, actor);
        return item(id, actor);
    }

    @PostMapping("/{id}/unclaim")
    TaskItem unclaim(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        tasks.unclaim(id, actor);
        return item(id, actor);
    }

    @PostMapping("/{id}/delegate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delegate(@PathVariable UUID id, @RequestBody Delegation delegation, @AuthenticationPrincipal Actor actor) {
        var checks = new Checks();
        var to = checks.required("to", delegation.to(), 100);
        checks.refuse();
        tasks.delegate(id, actor, Objects.requireNonNull(to), delegation.reason());
    }

    @PostMapping("/{id}/give-back")
    @Operation(summary = "Returns a task to the colleague who delegated it")
    TaskItem giveBack(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Reason reason,
            @AuthenticationPrincipal Actor actor) {
        tasks.giveBack(id, actor, reason == null ? null : reason.reason());
        return item(id, actor);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Map<String, Object> answers,
            @AuthenticationPrincipal Actor actor) {
        tasks.complete(id, actor, answers == null ? Map.of() : answers);
    }

    private TaskItem item(UUID id, Actor actor) {
        return TaskItem.of(tasks.find(id, actor), actor);
    }

    /** @param to user name of a colleague */
    record Delegation(@Nullable String to, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record Comment(@Nullable String text) {}

    record Page(List<TaskItem> items, @Nullable String nextCursor) {}

    record History(List<TaskEventItem> items) {}

    record FormView(@Nullable JsonNode schema, Map<String, Object> data) {}

    record Detail(TaskItem task, FormView form) {}
}
