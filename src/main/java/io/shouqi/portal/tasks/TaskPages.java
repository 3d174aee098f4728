package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.TaskHistory;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQuery;
import io.shouqi.workflow.TaskQueue;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task list, and what people do with a task besides answering it. */
@Controller
@RequestMapping("/tasks")
@AllowedToStaff
class TaskPages {

    static final String PAGE = "portal/tasks";

    private static final String DETAIL = "task-detail";

    private final TaskScreen screen;
    private final TaskList tasks;
    private final TaskHistory history;

    TaskPages(TaskScreen screen, TaskList tasks, TaskHistory history) {
        this.screen = screen;
        this.tasks = tasks;
        this.history = history;
    }

    @GetMapping
    String list(
            TaskQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var kept = screen.opensWith(query, actor);
        if (kept.isPresent()) {
            return "redirect:" + kept.get();
        }
        screen.list(model, query, cursor, TaskList.PAGE, actor);
        return PAGE;
    }

    /** The tasks alone, asked for again and again while the page is open: as many as are in sight. */
    @GetMapping("/list")
    String refresh(
            TaskQuery query,
            @RequestParam(required = false) @Nullable UUID open,
            @RequestParam(defaultValue = "0") int rows,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        screen.list(model, query, null, rows, actor);
        model.addAttribute("current", open);
        return "portal/task-list :: items";
    }

    /** The counts alone. */
    @GetMapping("/queues")
    String queues(TaskQuery query, @AuthenticationPrincipal Actor actor, Model model) {
        screen.queues(model, query, actor);
        return "portal/task-list :: queues";
    }

    @GetMapping("/{id}")
    String open(
            @PathVariable UUID id,
            TaskQuery query,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        if (DETAIL.equals(target)) {
            screen.detail(model, query, id, actor);
            return "portal/task-detail :: detail";
        }
        return whole(model, query, id, actor);
    }

    @GetMapping("/{id}/colleagues")
    String colleagues(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String name,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("colleagues", tasks.colleagues(id, actor, name));
        return "portal/task-dialogs :: colleagues";
    }

    @PostMapping("/{id}/claim")
    String claim(@PathVariable UUID id, TaskQuery query, @AuthenticationPrincipal Actor actor, Model model) {
        return done(() -> tasks.claim(id, actor), id, query.in(TaskQueue.MINE), actor, model);
    }

    @PostMapping("/{id}/unclaim")
    String unclaim(@PathVariable UUID id, TaskQuery query, @AuthenticationPrincipal Actor actor, Model model) {
        return done(() -> tasks.unclaim(id, actor), id, query.in(TaskQueue.UNASSIGNED), actor, model);
    }

    @PostMapping("/{id}/delegate")
    String delegate(
            @PathVariable UUID id,
            TaskQuery query,
            @RequestParam(name = "colleague", required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var checks = new Checks();
        if (to == null || to.isBlank()) {
            checks.add("colleague", "tasks.delegate.choose");
        }
        checks.refuse();
        return done(
                () -> tasks.delegate(id, actor, Objects.requireNonNull(to), reason),
                id,
                query.in(TaskQueue.DELEGATED),
                actor,
                model);
    }

    @PostMapping("/{id}/give-back")
    String giveBack(
            @PathVariable UUID id,
            TaskQuery query,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return done(() -> tasks.giveBack(id, actor, reason), id, query, actor, model);
    }

    @PostMapping("/{id}/comments")
    String comment(
            @PathVariable UUID id,
            TaskQuery query,
            @RequestParam(required = false) @Nullable String text,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return done(() -> history.comment(id, actor, text), id, query, actor, model);
    }

    /** Where somebody was faster, the page says so and shows how things stand now. */
    private String done(Runnable work, UUID id, TaskQuery query, Actor actor, Model model) {
        try {
            work.run();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            model.addAttribute("notice", refusal);
            return whole(model, query, id, actor);
        }
        return "redirect:" + TaskAddress.of(id, query);
    }

    private String whole(Model model, TaskQuery query, UUID id, Actor actor) {
        screen.list(model, query, null, TaskList.PAGE, actor);
        screen.detail(model, query, id, actor);
        return PAGE;
    }
}
