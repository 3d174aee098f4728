package io.shouqi.portal.tasks;

import io.shouqi.lists.Column;
import io.shouqi.lists.ColumnKind;
import io.shouqi.lists.Listing;
import io.shouqi.lists.SheetColumn;
import io.shouqi.lists.SheetColumn.Word;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task list as the other lists know it: filters that can be kept, and a workbook. On the page it has no columns. */
@Configuration(proxyBeanMethods = false)
class TaskListing {

    static final Listing<TaskLine> LISTING = new Listing<>(
            "tasks",
            "/tasks",
            List.of("queue", "q", "kind", "store", "due", "amountFrom", "amountTo", "assignee", "order"),
            List.of(
                    Column.<TaskLine>head("task", "tasks.sheet.title")
                            .as(
                                    new SheetColumn<>(
                                            "tasks.sheet.title",
                                            line -> line.task().title()),
                                    new SheetColumn<>(
                                            "tasks.sheet.subject",
                                            line -> line.task().subject()),
                                    new SheetColumn<>(
                                            "tasks.kind", line -> line.task().step())),
                    column(
                            "parties",
                            "tasks.sheet.parties",
                            ColumnKind.TEXT,
                            line -> line.task().parties()),
                    column(
                            "address",
                            "tasks.address",
                            ColumnKind.TEXT,
                            line -> line.task().address()),
                    column(
                            "store",
                            "tasks.store",
                            ColumnKind.TEXT,
                            line -> line.task().storeCode()),
                    column(
                            "amount",
                            "tasks.amount",
                            ColumnKind.MONEY,
                            line -> line.task().amount()),
                    column(
                            "dueOn",
                            "tasks.dueOn",
                            ColumnKind.DATE,
                            line -> line.task().dueOn()),
                    column(
                            "role",
                            "tasks.role",
                            ColumnKind.TEXT,
                            line -> new Word("role." + line.task().role())),
                    column(
                            "assignee",
                            "tasks.holder",
                            ColumnKind.TEXT,
                            line -> line.task().assigneeName()),
                    column("created", "tasks.created", ColumnKind.DATE, TaskLine::createdOn)),
            null);

    private static Column<TaskLine> column(
            String code, String label, ColumnKind kind, Function<TaskLine, @Nullable Object> value) {
        return Column.of(code, label, kind, value);
    }

    @Bean
    Listing<TaskLine> listOfTasks() {
        return LISTING;
    }
}
