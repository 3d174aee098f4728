package io.shouqi.workflow;

/** A service task of a process. The bean name is the name analysts see in the diagram. */
@FunctionalInterface
public interface ProcessStep {

    void run(Step step);
}
