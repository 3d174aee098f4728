package io.shouqi.workflow;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that hangs on a task.
 *
 * @param name as people read it; never a path
 * @param size in bytes
 */
public record Attachment(
        UUID id, UUID task, String name, FileKind kind, int size, UUID addedBy, String addedByName, Instant addedAt) {}
