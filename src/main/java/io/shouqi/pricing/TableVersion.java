package io.shouqi.pricing;

import java.time.LocalDate;

/** A published state of a decision table; it prices what is signed from {@code validFrom} on. */
public record TableVersion(String table, String title, int version, LocalDate validFrom, String status) {}
