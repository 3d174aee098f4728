package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListPage;
import io.shouqi.lists.Lists;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.PageCursor;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQuery;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks of a queue as a workbook. */
@Controller
@AllowedToStaff
class TaskExportPages {

    private static final ListExport.Workbook WORKBOOK = new ListExport.Workbook("task", "tasks", "frame.tasks");

    private final TaskList tasks;
    private final Lists lists;
    private final ListExport export;
    private final Clock clock;

    TaskExportPages(TaskList tasks, Lists lists, ListExport export, Clock clock) {
        this.tasks = tasks;
        this.lists = lists;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping("/tasks/export.xlsx")
    @Nullable
    String export(
            TaskQuery query,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var search = query.search(TaskQueue.ALL);
        var list = lists.view(actor.id(), TaskListing.LISTING, parameters);
        return export.answer(
                new ListExport.Reader(response, next, locale),
                WORKBOOK,
                list,
                tasks.count(search, actor, ListExport.MOST + 1L),
                after -> page(search, actor, after));
    }

    private ListPage<TaskLine> page(TaskSearch search, Actor actor, @Nullable PageCursor after) {
        var page = tasks.page(search, actor, after == null ? null : after.toString(), TaskList.MOST_ROWS);
        var today = BusinessTime.today(clock);
        var next = page.nextCursor();
        return new ListPage<>(
                page.items().stream()
                        .map(task -> TaskLine.of(task, Set.of(), today, actor))
                        .toList(),
                next == null ? null : PageCursor.parse(next, search.sort().name()));
    }
}
