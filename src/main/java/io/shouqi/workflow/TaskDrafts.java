package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what somebody has typed into the form of a task until it is sent. */
@Service
@Transactional
public class TaskDrafts {

    private static final int MOST_TEXT = 20_000;

    private final DraftTable drafts;
    private final FilledForms forms;
    private final TaskGate gate;

    TaskDrafts(DraftTable drafts, FilledForms forms, TaskGate gate) {
        this.drafts = drafts;
        this.forms = forms;
        this.gate = gate;
    }

    /** @throws Refusal 409 where the task has ended or somebody else has taken it */
    public TaskDraft save(UUID id, Actor actor, Map<String, Object> answers) {
        var row = gate.mine(id, actor);
        var own = forms.fields(row).own(answers);
        if (own.toString().length() > MOST_TEXT) {
            throw Refusal.invalid("answers", "field.tooLong", MOST_TEXT);
        }
        return drafts.save(id, actor, own);
    }

    @Transactional(readOnly = true)
    public Optional<TaskDraft> find(UUID id, Actor actor) {
        return drafts.find(gate.seen(id, actor).task().id(), actor);
    }
}
