package io.shouqi.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is away and a colleague does the work meanwhile; both days included.
 *
 * @param current whether it is so today
 */
record Leave(UUID id, UUID user, String name, String deputyName, LocalDate fromDay, LocalDate toDay, boolean current) {}
