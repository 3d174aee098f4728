package io.shouqi.workflow;

import java.util.List;
import java.util.UUID;

/**
 * What somebody's open tasks can be told apart by.
 *
 * @param stores codes
 * @param holders those who have taken one
 */
public record TaskChoices(List<Kind> kinds, List<String> stores, List<Holder> holders) {

    /** @param definition id of the user task in the diagram */
    public record Kind(String definition, String step) {}

    public record Holder(UUID id, String name) {}
}
