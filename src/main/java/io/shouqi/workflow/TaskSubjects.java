package io.shouqi.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What the module that owns the subjects of tasks, such as contracts, knows of one: it makes tasks findable by it. Asked
 * when a task is opened and when its facts are read again.
 */
public interface TaskSubjects {

    /** @return empty where this module has no such number */
    Optional<Subject> find(String number);

    /** @param parties names, in the order of the contract; never what identifies a person */
    record Subject(String address, List<String> parties) {}
}
