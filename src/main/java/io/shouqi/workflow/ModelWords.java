package io.shouqi.workflow;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a process can be made of, as the modules of the product offer it. */
@Component
public class ModelWords {

    private final EngineBeans beans;
    private final Desks desks;

    ModelWords(EngineBeans beans, Desks desks) {
        this.beans = beans;
        this.desks = desks;
    }

    /** Names of the steps that a service task can take. */
    public List<String> steps() {
        return beans.steps().stream().sorted().toList();
    }

    /** Ids of the user tasks that somebody can work on. */
    public List<String> tasks() {
        return desks.tasks();
    }
}
