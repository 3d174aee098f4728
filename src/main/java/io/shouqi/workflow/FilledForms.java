package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The forms of tasks and what they are filled with. */
@Component
class FilledForms {

    private final Forms forms;
    private final Desks desks;
    private final DraftTable drafts;

    FilledForms(Forms forms, Desks desks, DraftTable drafts) {
        this.forms = forms;
        this.desks = desks;
        this.drafts = drafts;
    }

    @Nullable
    JsonNode schema(TaskRow row) {
        return row.form() == null ? null : forms.latest(row.task().company(), row.form());
    }

    FormFields fields(TaskRow row) {
        return FormFields.of(schema(row), facts(row));
    }

    /** Empty once the task has ended. */
    Map<String, Object> data(TaskRow row, Actor actor) {
        var task = row.task();
        if (!task.isOpen()) {
            return Map.of();
        }
        var data = new HashMap<>(facts(row));
        drafts.find(task.id(), actor).ifPresent(draft -> data.putAll(fields(row).own(draft.answers())));
        return data;
    }

    private Map<String, Object> facts(TaskRow row) {
        return desks.of(row.task().definition()).facts(row.task().businessKey()).form();
    }
}
