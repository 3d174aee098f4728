package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.BulkOutcome;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskBulk;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQuery;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Several tasks at once: what was ticked in the list. */
@Controller
@RequestMapping("/tasks/bulk")
@AllowedToStaff
class TaskBulkPages {

    private final TaskBulk bulk;
    private final TaskScreen screen;

    TaskBulkPages(TaskBulk bulk, TaskScreen screen) {
        this.bulk = bulk;
        this.screen = screen;
    }

    @PostMapping("/claim")
    String claim(
            @RequestParam(name = "pick", required = false) @Nullable List<UUID> ids,
            TaskQuery query,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return result(bulk.claim(chosen(ids), actor), "tasks.bulk.claimed", query, actor, model);
    }

    /** What would be approved, to look at before the decision. */
    @GetMapping("/approve")
    String look(
            @RequestParam(name = "pick", required = false) @Nullable List<UUID> ids,
            TaskQuery query,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var chosen = bulk.approvable(chosen(ids), actor);
        model.addAttribute("chosen", chosen);
        model.addAttribute("total", total(chosen));
        model.addAttribute("at", TaskAddress.text(query));
        return "portal/task-dialogs :: approve";
    }

    @PostMapping("/approve")
    String approve(
            @RequestParam(name = "pick", required = false) @Nullable List<UUID> ids,
            @RequestParam(required = false) @Nullable String comment,
            TaskQuery query,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var checks = new Checks();
        var words = checks.optional("comment", comment, 500);
        checks.refuse();
        return result(bulk.approve(chosen(ids), actor, words), "tasks.bulk.approved", query, actor, model);
    }

    private String result(List<BulkOutcome> outcomes, String done, TaskQuery query, Actor actor, Model model) {
        screen.list(model, query, null, TaskList.PAGE, actor);
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("doneText", done);
        model.addAttribute(
                "doneCount", outcomes.stream().filter(BulkOutcome::done).count());
        return TaskPages.PAGE;
    }

    private static List<UUID> chosen(@Nullable List<UUID> ids) {
        if (ids == null) {
            throw Refusal.conflict("task.bulk.none");
        }
        return ids;
    }

    private static Money total(List<Task> tasks) {
        return Money.sum(
                tasks.stream().map(Task::amount).filter(Objects::nonNull).toList());
    }
}
