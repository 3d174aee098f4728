package io.shouqi.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param nextCursor null on the last page */
public record TaskPage(List<Task> items, @Nullable String nextCursor) {}
