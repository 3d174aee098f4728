package io.shouqi.portal;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.shared.BusinessTime;
import io.shouqi.workflow.OpenTask;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
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

/** The task list: queues at the left, tasks in the middle, the open task at the right. */
@Controller
@RequestMapping("/tasks")
@AllowedToStaff
class TaskPages {

    private static final String PAGE = "portal/tasks";

    private final TaskList tasks;
    private final Stores stores;
    private final Clock clock;

    TaskPages(TaskList tasks, Stores stores, Clock clock) {
        this.tasks = tasks;
        this.stores = stores;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable TaskQueue queue,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        fill(model, queue, cursor, actor);
        return PAGE;
    }

    @GetMapping("/{id}")
    String open(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable TaskQueue queue,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        fill(model, queue, cursor, actor);
        model.addAttribute("open", Detail.of(tasks.open(id, actor), actor, stores));
        return PAGE;
    }

    /** The counts alone, asked for again and again while the page is open. */
    @GetMapping("/queues")
    String queues(
            @RequestParam(required = false) @Nullable TaskQueue queue,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        fillQueues(model, queue, actor);
        return PAGE + " :: queues";
    }

    @PostMapping("/{id}/claim")
    String claim(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        tasks.claim(id, actor);
        return "redirect:/tasks/{id}?queue=MINE";
    }

    @PostMapping("/{id}/unclaim")
    String unclaim(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        tasks.unclaim(id, actor);
        return "redirect:/tasks/{id}?queue=GROUP";
    }

    private void fill(Model model, @Nullable TaskQueue asked, @Nullable String cursor, Actor actor) {
        var queue = fillQueues(model, asked, actor);
        var page = tasks.page(queue, actor, cursor);
        var today = BusinessTime.today(clock);
        model.addAttribute(
                "items", page.items().stream().map(task -> Item.of(task, today)).toList());
        model.addAttribute("nextCursor", page.nextCursor());
    }

    /** Without a choice, one's own tasks come first, and what waits for somebody when there are none. */
    private TaskQueue fillQueues(Model model, @Nullable TaskQueue asked, Actor actor) {
        var queues = Arrays.stream(TaskQueue.values())
                .map(queue -> new Queue(queue, tasks.count(queue, actor)))
                .toList();
        var queue = asked != null ? asked : preferred(queues);
        model.addAttribute("queues", queues);
        model.addAttribute("queue", queue);
        return queue;
    }

    private static TaskQueue preferred(List<Queue> queues) {
        return queues.stream()
                .filter(queue -> queue.count() > 0)
                .map(Queue::name)
                .findFirst()
                .orElse(TaskQueue.MINE);
    }

    record Queue(TaskQueue name, long count) {}

    /** @param daysLeft negative once it is overdue; null without a date */
    record Item(Task task, @Nullable Long daysLeft) {

        static Item of(Task task, LocalDate today) {
            var due = task.dueOn();
            return new Item(task, due == null ? null : due.toEpochDay() - today.toEpochDay());
        }
    }

    /**
     * @param mine taken by the person who looks at it
     * @param objection why this person may not do it, a message code; null where nothing speaks against it
     */
    record Detail(
            Task task,
            String store,
            ZonedDateTime createdAt,
            boolean mine,
            @Nullable String objection) {

        static Detail of(OpenTask open, Actor actor, Stores stores) {
            var task = open.task();
            var store = stores.find(task.company(), task.storeCode());
            return new Detail(
                    task,
                    store.map(Store::name).orElse(task.storeCode()),
                    task.createdAt().atZone(BusinessTime.ZONE),
                    task.isOnDeskOf(actor),
                    open.objection());
        }

        public boolean isOpen() {
            return task.status() == TaskStatus.OPEN;
        }

        public boolean isFree() {
            return isOpen() && task.assignee() == null && objection == null;
        }

        /** Whether the person may answer now; answering a free task takes it. */
        public boolean isWorkable() {
            return isFree() || (isOpen() && mine && objection == null);
        }
    }
}
