package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    TaskApi(TaskList tasks) {
        this.tasks = tasks;
    }

    /** The queue is {@code queue=mine}, or {@code ?mine} for short. */
    @GetMapping
    Page list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor) {
        var page = tasks.page(queue(parameters), actor, cursor);
        return new Page(page.items().stream().map(task -> Item.of(task, actor)).toList(), page.nextCursor());
    }

    @GetMapping("/{id}")
    Detail open(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var open = tasks.open(id, actor);
        return new Detail(Item.of(open.task(), actor), new FormView(open.schema(), open.data()));
    }

    @PostMapping("/{id}/claim")
    Item claim(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        tasks.claim(id, actor);
        return item(id, actor);
    }

    @PostMapping("/{id}/unclaim")
    Item unclaim(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        tasks.unclaim(id, actor);
        return item(id, actor);
    }

    @PostMapping("/{id}/delegate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delegate(@PathVariable UUID id, @RequestBody Delegation delegation, @AuthenticationPrincipal Actor actor) {
        var checks = new Checks();
        var to = checks.required("to", delegation.to(), 100);
        checks.refuse();
        tasks.delegate(id, actor, Objects.requireNonNull(to));
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Map<String, Object> answers,
            @AuthenticationPrincipal Actor actor) {
        tasks.complete(id, actor, answers == null ? Map.of() : answers);
    }

    private Item item(UUID id, Actor actor) {
        return Item.of(tasks.find(id, actor), actor);
    }

    private static TaskQueue queue(Map<String, String> parameters) {
        var named = parameters.get("queue");
        if (named == null) {
            return parameters.containsKey("mine")
                    ? TaskQueue.MINE
                    : parameters.containsKey("group") ? TaskQueue.GROUP : TaskQueue.ALL;
        }
        var checks = new Checks();
        var queue = checks.oneOf("queue", TaskQueue.class, named.toUpperCase(Locale.ROOT));
        checks.refuse();
        return Objects.requireNonNull(queue);
    }

    record Delegation(@Nullable String to) {}

    record Page(List<Item> items, @Nullable String nextCursor) {}

    record FormView(@Nullable JsonNode schema, Map<String, Object> data) {}

    record Detail(Item task, FormView form) {}

    /** @param assignee name of who has taken it */
    record Item(
            UUID id,
            String task,
            String title,
            String subject,
            String storeCode,
            @Nullable String amount,
            @Nullable LocalDate dueOn,
            String role,
            @Nullable String assignee,
            boolean mine,
            String status,
            String process,
            String businessKey,
            OffsetDateTime createdAt) {

        static Item of(Task task, Actor actor) {
            var amount = task.amount();
            return new Item(
                    task.id(),
                    task.definition(),
                    task.title(),
                    task.subject(),
                    task.storeCode(),
                    amount == null ? null : amount.yuan(),
                    task.dueOn(),
                    task.role().name(),
                    task.assigneeName(),
                    task.isOnDeskOf(actor),
                    task.status().name(),
                    task.process(),
                    task.businessKey(),
                    task.createdAt().atZone(BusinessTime.ZONE).toOffsetDateTime());
        }
    }
}
