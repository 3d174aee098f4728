package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.lists.ListView;
import io.shouqi.lists.Lists;
import io.shouqi.shared.BusinessTime;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskBulk;
import io.shouqi.workflow.TaskDrafts;
import io.shouqi.workflow.TaskDue;
import io.shouqi.workflow.TaskFiles;
import io.shouqi.workflow.TaskHistory;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQuery;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSort;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out what the page of the task list shows. */
@Component
class TaskScreen {

    /** Without a choice, one's own tasks come first, then what waits for somebody. */
    private static final List<TaskQueue> PREFERRED = List.of(TaskQueue.MINE, TaskQueue.UNASSIGNED, TaskQueue.ALL);

    private final TaskList tasks;
    private final TaskBulk bulk;
    private final TaskHistory history;
    private final TaskFiles files;
    private final TaskDrafts drafts;
    private final CaseFactsReader cases;
    private final Lists lists;
    private final Stores stores;
    private final Clock clock;

    TaskScreen(
            TaskList tasks,
            TaskBulk bulk,
            TaskHistory history,
            TaskFiles files,
            TaskDrafts drafts,
            CaseFactsReader cases,
            Lists lists,
            Stores stores,
            Clock clock) {
        this.tasks = tasks;
        this.bulk = bulk;
        this.history = history;
        this.files = files;
        this.drafts = drafts;
        this.cases = cases;
        this.lists = lists;
        this.stores = stores;
        this.clock = clock;
    }

    /** Queues, filters and a page of tasks. */
    void list(Model model, TaskQuery query, @Nullable String cursor, int rows, Actor actor) {
        var asked = queues(model, query, actor);
        var search = asked.search(TaskQueue.MINE);
        var page = tasks.page(search, actor, cursor, rows);
        var today = BusinessTime.today(clock);
        var several = page.items().stream()
                .map(Task::definition)
                .distinct()
                .filter(bulk::approves)
                .collect(Collectors.toSet());
        model.addAttribute("search", search);
        model.addAttribute(
                "items",
                page.items().stream()
                        .map(task -> TaskLine.of(task, several, today, actor))
                        .toList());
        model.addAttribute("nextCursor", page.nextCursor());
        model.addAttribute("list", view(asked, actor));
        model.addAttribute("sorts", TaskSort.values());
        model.addAttribute("dues", TaskDue.values());
        var choices = tasks.choices(actor);
        model.addAttribute("choices", choices);
        model.addAttribute("stores", names(choices.stores(), actor));
    }

    /** The address of the filter this person opens the list with; empty where there is none. */
    Optional<String> opensWith(TaskQuery query, Actor actor) {
        return TaskAddress.text(query).isEmpty()
                ? Optional.ofNullable(view(query, actor).opensWith())
                : Optional.empty();
    }

    private ListView<TaskLine> view(TaskQuery query, Actor actor) {
        return lists.view(actor.id(), TaskListing.LISTING, TaskAddress.parameters(query));
    }

    /** @return the query with the queue that is shown */
    TaskQuery queues(Model model, TaskQuery query, Actor actor) {
        var counts = tasks.counts(actor);
        var asked = query.hasQueue() ? query : query.in(preferred(counts));
        model.addAttribute("queues", counts);
        model.addAttribute("query", asked);
        model.addAttribute("queue", asked.search(TaskQueue.MINE).queue());
        model.addAttribute("at", TaskAddress.text(asked));
        return asked;
    }

    private static TaskQueue preferred(Map<TaskQueue, Long> counts) {
        return PREFERRED.stream()
                .filter(queue -> counts.getOrDefault(queue, 0L) > 0)
                .findFirst()
                .orElse(TaskQueue.MINE);
    }

    private List<Store> names(List<String> codes, Actor actor) {
        return codes.size() < 2
                ? List.of()
                : stores.visibleTo(actor).stream()
                        .filter(store -> codes.contains(store.code()))
                        .toList();
    }

    /** The open task with everything around it. */
    void detail(Model model, TaskQuery query, UUID id, Actor actor) {
        var open = tasks.open(id, actor);
        var task = open.task();
        model.addAttribute("current", id);
        model.addAttribute("at", TaskAddress.text(query));
        model.addAttribute(
                "open",
                new TaskDetail(
                        task,
                        stores.find(task.company(), task.storeCode())
                                .map(Store::name)
                                .orElse(task.storeCode()),
                        task.isOnDeskOf(actor),
                        task.isBorrowedBy(actor),
                        open.objection(),
                        BusinessTime.today(clock)));
        model.addAttribute("facts", cases.of(task, actor).orElse(null));
        model.addAttribute("subjectAddress", SubjectAddress.of(task));
        model.addAttribute("events", history.of(id, actor));
        model.addAttribute("files", files.of(id, actor));
        model.addAttribute("draft", drafts.find(id, actor).orElse(null));
        model.addAttribute("me", actor.id());
    }
}
