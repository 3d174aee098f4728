package io.shouqi.workflow;

import static io.shouqi.workflow.TaskScope.VISIBLE;

import io.shouqi.identity.Actor;
import io.shouqi.shared.PageCursor;
import io.shouqi.shared.SearchText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of open tasks is asked, in one statement each. */
@Component
class TaskQueries {

    private static final String OPEN = " from task where status = 'OPEN' and" + VISIBLE;

    private static final String COUNTS = Arrays.stream(TaskQueue.values())
            .map(queue -> "count(*) filter (where " + queue.condition() + ") as " + queue)
            .collect(Collectors.joining(", ", "select ", OPEN));

    private static final String CHOICES = "select distinct definition, step, store_code, assignee, assignee_name" + OPEN
            + " order by step, assignee_name";

    private final TaskScope scope;

    TaskQueries(TaskScope scope) {
        this.scope = scope;
    }

    /** How many tasks lie in each queue. */
    Map<TaskQueue, Long> counts(Actor actor) {
        return scope.statement(COUNTS, actor)
                .query((row, number) -> {
                    var counts = new EnumMap<TaskQueue, Long>(TaskQueue.class);
                    for (var queue : TaskQueue.values()) {
                        counts.put(queue, row.getLong(queue.name()));
                    }
                    return counts;
                })
                .single();
    }

    List<Task> page(TaskSearch search, Actor actor, @Nullable PageCursor after, int size) {
        var conditions = new ArrayList<>(List.of(search.queue().condition()));
        var values = new HashMap<String, Object>();
        filter(search.filter(), conditions, values);
        if (after != null) {
            conditions.add(search.sort().after());
            values.put("place", search.sort().place(after));
            values.put("last", TaskSort.last(after));
        }
        var sql = "select *" + OPEN + " and (" + String.join(") and (", conditions) + ") order by "
                + search.sort().order() + " limit :size";
        return scope.statement(sql, actor).param("size", size).params(values).query(TaskRow::of).list().stream()
                .map(TaskRow::task)
                .toList();
    }

    /** How many the search finds, counted no further than {@code most}. */
    long count(TaskSearch search, Actor actor, long most) {
        var conditions = new ArrayList<>(List.of(search.queue().condition()));
        var values = new HashMap<String, Object>();
        filter(search.filter(), conditions, values);
        var sql = "select count(*) from (select 1" + OPEN + " and (" + String.join(") and (", conditions)
                + ") limit :most) found";
        return scope.statement(sql, actor)
                .param("most", most)
                .params(values)
                .query(Long.class)
                .single();
    }

    private static void filter(TaskFilter wanted, List<String> conditions, Map<String, Object> values) {
        for (var word : wanted.words()) {
            var name = "word" + values.size();
            conditions.add("words like :" + name);
            values.put(name, SearchText.anywhere(word));
        }
        equal("definition", wanted.kind(), conditions, values);
        equal("store_code", wanted.store(), conditions, values);
        equal("assignee", wanted.assignee(), conditions, values);
        var due = wanted.due();
        if (due != null) {
            conditions.add(due.condition());
        }
        var from = wanted.from();
        if (from != null) {
            conditions.add("amount_fen >= :from");
            values.put("from", from.fen());
        }
        var to = wanted.to();
        if (to != null) {
            conditions.add("amount_fen <= :to");
            values.put("to", to.fen());
        }
    }

    private static void equal(
            String column, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    /** What the open tasks can be told apart by. */
    TaskChoices choices(Actor actor) {
        var rows = scope.statement(CHOICES, actor)
                .query((row, number) -> new Choice(
                        new TaskChoices.Kind(row.getString("definition"), row.getString("step")),
                        row.getString("store_code"),
                        row.getObject("assignee", UUID.class),
                        row.getString("assignee_name")))
                .list();
        return new TaskChoices(
                rows.stream().map(Choice::kind).distinct().toList(),
                rows.stream().map(Choice::store).distinct().sorted().toList(),
                rows.stream().flatMap(row -> row.holder().stream()).distinct().toList());
    }

    private record Choice(
            TaskChoices.Kind kind,
            String store,
            @Nullable UUID assignee,
            @Nullable String assigneeName) {

        List<TaskChoices.Holder> holder() {
            return assignee == null || assigneeName == null
                    ? List.of()
                    : List.of(new TaskChoices.Holder(assignee, assigneeName));
        }
    }
}
