package io.shouqi.identity.admin;

import io.shouqi.identity.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is so when a file is checked.
 *
 * @param units by every text that names exactly one of them: label, code, name
 * @param roles by the words for them
 * @param known people of the administrator's units by user name
 * @param taken user names of anybody else, in whatever company
 * @param own ids of the administrator and of the colleague stood in for
 */
record ImportFacts(
        String company,
        Map<String, Unit> units,
        Map<String, Role> roles,
        Map<String, Person> known,
        Set<String> taken,
        Administrators administrators,
        Set<UUID> own) {

    static Map<String, Unit> byText(List<Unit> units) {
        var byText = new HashMap<String, Unit>();
        var ambiguous = new HashSet<String>();
        units.forEach(unit -> {
            var before = byText.put(unit.name(), unit);
            if (before != null) {
                ambiguous.add(unit.name());
            }
        });
        ambiguous.forEach(byText::remove);
        units.forEach(unit -> {
            byText.put(unit.code(), unit);
            byText.put(unit.label(), unit);
        });
        return byText;
    }
}
