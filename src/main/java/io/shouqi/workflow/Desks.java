package io.shouqi.workflow;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The desks of all modules. Looked up when asked for: a desk may need the engine to be built first. */
@Component
class Desks {

    private final ObjectProvider<TaskDesk> desks;

    Desks(ObjectProvider<TaskDesk> desks) {
        this.desks = desks;
    }

    TaskDesk of(String task) {
        return find(task).orElseThrow(() -> new IllegalStateException("no module has a desk for " + task));
    }

    /** Ids of the user tasks that have one. */
    List<String> tasks() {
        return desks.stream().map(TaskDesk::task).sorted().toList();
    }

    Optional<TaskDesk> find(String task) {
        return desks.stream().filter(desk -> desk.task().equals(task)).findFirst();
    }
}
