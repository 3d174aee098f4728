package io.shouqi.workflow;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Lets a rehearsal see which way a process goes. Costs every other process one look at its thread. */
class RehearsalWatch extends AbstractBpmnParseListener {

    private static final ExecutionListener BEGUN = telling(Rehearsing::begun);
    private static final ExecutionListener TAKEN = telling(Rehearsing::taken);

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        start.addBuiltInListener(ExecutionListener.EVENTNAME_START, BEGUN);
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, TAKEN);
    }

    private static ExecutionListener telling(BiConsumer<Rehearsing, ExecutionEntity> what) {
        return (DelegateExecution execution) -> {
            var rehearsing = Rehearsing.current();
            if (rehearsing != null) {
                what.accept(rehearsing, (ExecutionEntity) execution);
            }
        };
    }
}
