package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * The same for several tasks at once. Each is done in a transaction of its own with all the checks it would have alone;
 * the answer says for each what happened.
 */
@Service
public class TaskBulk {

    public static final int MOST = 100;

    private final TaskList tasks;
    private final Desks desks;

    TaskBulk(TaskList tasks, Desks desks) {
        this.tasks = tasks;
        this.desks = desks;
    }

    /** Whether tasks of that kind may be approved several at a time. */
    public boolean approves(String definition) {
        return desks.find(definition).flatMap(desk -> desk.approval(null)).isPresent();
    }

    public List<BulkOutcome> claim(Collection<UUID> ids, Actor actor) {
        return each(ids, actor, id -> tasks.claim(id, actor));
    }

    /**
     * The tasks that would be approved together, those left out that are not this person's.
     *
     * @throws Refusal where none are left, or they are of several kinds, or of one that must be looked at one by one
     */
    public List<Task> approvable(Collection<UUID> ids, Actor actor) {
        requireSome(ids);
        var known = ids.stream()
                .distinct()
                .flatMap(id -> find(id, actor).stream())
                .filter(Task::isOpen)
                .toList();
        var kinds = known.stream().map(Task::definition).distinct().toList();
        if (kinds.size() > 1) {
            throw Refusal.conflict("task.bulk.kinds");
        }
        if (kinds.isEmpty()) {
            throw Refusal.unknown("task.unknown");
        }
        if (!approves(kinds.get(0))) {
            throw Refusal.conflict("task.bulk.kind");
        }
        return known;
    }

    /** @param comment the same for all; null for none */
    public List<BulkOutcome> approve(Collection<UUID> ids, Actor actor, @Nullable String comment) {
        var kind = approvable(ids, actor).get(0).definition();
        return each(ids, actor, id -> tasks.complete(id, actor, answers(kind, comment)));
    }

    private Map<String, Object> answers(String kind, @Nullable String comment) {
        return desks.of(kind).approval(comment).orElseThrow();
    }

    private List<BulkOutcome> each(Collection<UUID> ids, Actor actor, Consumer<UUID> work) {
        requireSome(ids);
        return new LinkedHashSet<>(ids)
                .stream().map(id -> outcome(id, actor, work)).toList();
    }

    private BulkOutcome outcome(UUID id, Actor actor, Consumer<UUID> work) {
        var task = find(id, actor).orElse(null);
        try {
            work.accept(id);
            return new BulkOutcome(id, task, null);
        } catch (Refusal refusal) {
            return new BulkOutcome(id, task, refusal);
        } catch (ConcurrencyFailureException e) {
            return new BulkOutcome(id, task, Refusal.conflict("request.conflict"));
        }
    }

    private Optional<Task> find(UUID id, Actor actor) {
        try {
            return Optional.of(tasks.find(id, actor));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    private static void requireSome(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            throw Refusal.conflict("task.bulk.none");
        }
        if (ids.size() > MOST) {
            throw Refusal.conflict("task.bulk.many", MOST);
        }
    }
}
