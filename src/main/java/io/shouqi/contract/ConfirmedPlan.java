package io.shouqi.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What may now be collected: the confirmed lines, the instalment plan, and what of the deal has happened. */
public record ConfirmedPlan(
        String company,
        String storeCode,
        String contractNo,
        LocalDate signedOn,
        LocalDate confirmedOn,
        List<Party> parties,
        List<FeeListLine> lines,
        List<InstalmentTerm> terms,
        Map<Milestone, LocalDate> reached) {}
