package io.shouqi.pricing;

import java.time.LocalDate;

/** A version of a company's decision table; a case is decided by the newest whose day has come. */
public record TableVersion(String table, String title, int version, LocalDate validFrom, String status) {}
