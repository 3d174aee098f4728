package io.shouqi.workflow;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** A class named in a process model is never instantiated. */
class NoModelClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> named) {
        throw new ProcessEngineException("processes run steps, not classes: " + named.getName());
    }
}
