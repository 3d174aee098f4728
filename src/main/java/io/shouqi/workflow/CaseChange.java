package io.shouqi.workflow;

import java.util.List;

/**
 * What it means to move a case by hand.
 *
 * @param standing names of all the elements it waits at now
 * @param tasks titles of the open tasks that go
 * @param called how many called cases end
 * @param stopped whether a failed or planned step of the engine goes
 */
public record CaseChange(
        String fromName, String toName, List<String> standing, List<String> tasks, long called, boolean stopped) {}
