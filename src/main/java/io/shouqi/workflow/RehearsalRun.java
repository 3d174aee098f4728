package io.shouqi.workflow;

import io.shouqi.workflow.Rehearsal.Moment;
import io.shouqi.workflow.Rehearsal.Outcome;
import io.shouqi.workflow.Rehearsal.Trouble;
import io.shouqi.workflow.Rehearsal.Waiting;
import io.shouqi.workflow.Rehearsal.What;
import io.shouqi.workflow.Rehearsal.Why;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;

/** One rehearsal on the engine, from the deployment to where it ends or has to ask. */
final class RehearsalRun {

    /** Under this number a process works that works for nothing. */
    private static final String NOBODY = "REHEARSAL";

    private static final String STUCK = "ENGINE-02004";

    private final ProcessEngine engine;
    private final Rehearsing rehearsing;
    private @Nullable String deployment;
    private @Nullable ProcessDefinition definition;

    RehearsalRun(ProcessEngine engine, Rehearsing rehearsing) {
        this.engine = engine;
        this.rehearsing = rehearsing;
    }

    @Nullable
    String deployment() {
        return deployment;
    }

    @Nullable
    String definition() {
        return definition == null ? null : definition.getId();
    }

    Rehearsal play(String company, String key, byte[] model, int choices) {
        deploy(company, key, model);
        try {
            var root = engine.getRuntimeService()
                    .createProcessInstanceById(
                            Objects.requireNonNull(definition).getId())
                    .businessKey(NOBODY)
                    .execute();
            return follow(new RehearsalFamily(engine, root.getId()), choices);
        } catch (RuntimeException e) {
            var pause = rehearsing.pause();
            return pause == null ? stuck(trouble(e), choices) : ask(pause, choices);
        }
    }

    private void deploy(String company, String key, byte[] model) {
        try {
            var made = engine.getRepositoryService()
                    .createDeployment()
                    .name(NOBODY)
                    .tenantId(company)
                    .addInputStream(key + ".bpmn", new ByteArrayInputStream(model))
                    .deployWithResult();
            deployment = made.getId();
            definition = made.getDeployedProcessDefinitions().get(0);
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(RuntimeException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelRefused refused) {
                return refused;
            }
        }
        return wrapped;
    }

    private Rehearsal follow(RehearsalFamily family, int choices) {
        family.runSteps();
        for (var choice = rehearsing.next(); choice != null; choice = rehearsing.next()) {
            if (!family.act(choice, rehearsing)) {
                var unfit = new Trouble(Why.UNFIT, choice.element(), choice.element(), "");
                return new Rehearsal(Outcome.STUCK, rehearsing.path(), family.waiting(), used(choices) - 1, unfit);
            }
            family.runSteps();
        }
        if (family.hasEnded()) {
            return new Rehearsal(Outcome.ENDED, rehearsing.path(), List.of(), choices, null);
        }
        var waiting = family.waiting();
        return waiting.isEmpty()
                ? stuck(at(Why.NOBODY_COMES, ""), choices)
                : new Rehearsal(Outcome.WAITING, rehearsing.path(), waiting, choices, null);
    }

    private Rehearsal ask(Rehearsing.Pause pause, int choices) {
        var model = engine.getRepositoryService().getProcessModel(pause.definition());
        var uses = FlagUses.of(Bpmn.readModelFromStream(model));
        var asked = pause.detail().isEmpty()
                ? List.copyOf(uses.values())
                : List.of(uses.getOrDefault(pause.detail(), new FlagUse(pause.detail(), FlagUse.Kind.TEXT, List.of())));
        var at = pause.at();
        var waiting =
                new Waiting(pause.kind(), at.process(), at.element(), at.name(), pause.detail(), asked, pause.values());
        // a choice that is left was made for another place
        var unfit = rehearsing.left() == 0 ? null : new Trouble(Why.UNFIT, at.element(), at.name(), "");
        return new Rehearsal(
                unfit == null ? Outcome.WAITING : Outcome.STUCK,
                rehearsing.path(),
                List.of(waiting),
                used(choices),
                unfit);
    }

    private Rehearsal stuck(Trouble trouble, int choices) {
        return new Rehearsal(Outcome.STUCK, rehearsing.path(), List.of(), used(choices), trouble);
    }

    private int used(int choices) {
        return choices - rehearsing.left();
    }

    private Trouble trouble(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof Rehearsing.Circles) {
            return at(Why.CIRCLES, "");
        }
        var words =
                Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
        return words.startsWith(STUCK) ? at(Why.NO_WAY, "") : at(Why.BROKEN, words);
    }

    /** Where it was last seen. */
    private Trouble at(Why why, String detail) {
        var reached = new ArrayList<>(rehearsing.path());
        reached.removeIf(moment -> moment.what() != What.REACHED);
        var last = reached.isEmpty()
                ? new Moment(What.REACHED, "", "", "", "", Map.of())
                : reached.get(reached.size() - 1);
        return new Trouble(why, last.element(), last.name(), detail);
    }
}
