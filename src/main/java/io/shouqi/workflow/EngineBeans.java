package io.shouqi.workflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** All that a process model can name: the steps the modules offer, and {@link Numbers}. */
@Component
class EngineBeans {

    static final String NUMBERS = "numbers";

    private final Map<Object, Object> map = new HashMap<>();
    private final Set<String> steps;

    EngineBeans(ListableBeanFactory modules) {
        steps = Set.copyOf(Arrays.asList(modules.getBeanNamesForType(ProcessStep.class, true, false)));
        steps.forEach(name -> map.put(name, delegate(name, modules)));
        map.put(NUMBERS, new Numbers());
    }

    /** A step is looked up when it runs: the module that offers it may need the engine to be built first. */
    private static JavaDelegate delegate(String name, ListableBeanFactory modules) {
        return execution -> {
            var rehearsing = Rehearsing.current();
            if (rehearsing == null) {
                modules.getBean(name, ProcessStep.class).run(new ExecutionStep(execution));
            } else {
                rehearsing.step((ExecutionEntity) execution);
            }
        };
    }

    Map<Object, Object> map() {
        return map;
    }

    Set<String> steps() {
        return steps;
    }
}
