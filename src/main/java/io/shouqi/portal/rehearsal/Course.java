package io.shouqi.portal.rehearsal;

import io.shouqi.workflow.Rehearsal;
import io.shouqi.workflow.Rehearsal.Moment;
import io.shouqi.workflow.Rehearsal.Waiting;
import io.shouqi.workflow.Rehearsal.What;
import io.shouqi.workflow.RehearsalPace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page shows of a rehearsal.
 *
 * @param choices as they travel with the page
 * @param shortened the same without the last one; empty where there is none to take back
 */
record Course(Script script, Rehearsal rehearsal, RehearsalPace pace, String choices, String shortened) {

    /** Flows are told by their names; those without one only show on the diagram. */
    public List<Moment> told() {
        return rehearsal.path().stream()
                .filter(moment -> moment.what() != What.FLOW || !moment.name().isEmpty())
                .filter(moment -> moment.what() != What.REACHED
                        || !moment.name().isEmpty()
                        || !moment.type().endsWith("Gateway"))
                .toList();
    }

    /** Ids of what the drawn process has gone through. */
    public String passed() {
        var passed = own(rehearsal.path().stream()
                .filter(moment -> moment.what() == What.FLOW || moment.what() == What.REACHED));
        current(passed).forEach(passed::remove);
        return String.join(" ", passed);
    }

    public String current() {
        return String.join(" ", current(own(rehearsal.path().stream())));
    }

    private Set<String> own(Stream<Moment> moments) {
        return moments.filter(moment -> moment.process().equals(script.key()))
                .map(Moment::element)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where a called process waits, the call is where the drawn one stands. */
    private Set<String> current(Set<String> seen) {
        var current = rehearsal.waiting().stream()
                .filter(waiting -> waiting.process().equals(script.key()))
                .map(Waiting::element)
                .filter(element -> rehearsal.waiting().size() == 1 || isWhereItRests(element, seen))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (rehearsal.waiting().stream().anyMatch(waiting -> !waiting.process().equals(script.key()))) {
            rehearsal.path().stream()
                    .filter(moment -> moment.process().equals(script.key())
                            && moment.type().equals("callActivity"))
                    .reduce((earlier, later) -> later)
                    .ifPresent(call -> current.add(call.element()));
        }
        return current;
    }

    /** What could happen beside, such as a cancellation, is offered but is not where the process stands. */
    private boolean isWhereItRests(String element, Set<String> seen) {
        return seen.contains(element)
                || rehearsal.waiting().stream().noneMatch(waiting -> seen.contains(waiting.element()));
    }

    public String stuck() {
        var trouble = rehearsal.trouble();
        return trouble == null ? "" : trouble.element();
    }

    public List<Waiting> asked() {
        return rehearsal.waiting();
    }

    public boolean isElsewhere(String process) {
        return !process.isEmpty() && !process.equals(script.key());
    }
}
