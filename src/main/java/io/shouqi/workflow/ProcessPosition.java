package io.shouqi.workflow;

import java.util.List;
import java.util.Set;

/**
 * Where a process instance stands in its diagram.
 *
 * @param diagram BPMN of the version this instance runs
 * @param active ids of the elements it waits at now
 * @param passed ids of the elements it has completed
 * @param failed ids of the elements that gave up after retries and need a person
 * @param called positions of the processes it has called, in the order of the calls
 */
public record ProcessPosition(
        String process,
        String businessKey,
        String diagram,
        Set<String> active,
        Set<String> passed,
        Set<String> failed,
        boolean ended,
        List<ProcessPosition> called) {}
