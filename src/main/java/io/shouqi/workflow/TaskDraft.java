package io.shouqi.workflow;

import java.time.Instant;
import java.util.Map;

/** What somebody has typed into a form and not sent yet. */
public record TaskDraft(Map<String, Object> answers, Instant savedAt) {}
