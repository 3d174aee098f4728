package io.shouqi.contract;

import java.time.LocalDate;

/** A step of the deal was reported. Published in the transaction of the report, for those who set due dates. */
public record MilestoneReached(String contractNo, Milestone milestone, LocalDate reachedOn) {}
