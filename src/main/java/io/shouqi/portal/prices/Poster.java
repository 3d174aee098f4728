package io.shouqi.portal.prices;

import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import java.time.LocalDate;
import java.util.List;

/**
 * A price sheet in words.
 *
 * @param since the day from which the table is in force
 */
record Poster(int version, LocalDate since, List<Deal> deals) {

    record Deal(DealType type, List<Section> sections) {}

    /** @param code suffix of its message codes: BASIC, EXTENDED or ENTRUSTED */
    record Section(String code, List<Item> items) {}

    record Item(String name, PartyRole payer, List<Line> lines) {}

    /** @param range which amounts it is for; empty where it is for all */
    record Line(String range, String charge) {}
}
