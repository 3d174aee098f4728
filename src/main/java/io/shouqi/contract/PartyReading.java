package io.shouqi.contract;

import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Checks;
import io.shouqi.vault.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the people on a contract. */
final class PartyReading {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");

    private PartyReading() {}

    static List<Person> read(
            @Nullable List<ContractRequest.PartyRequest> requests, @Nullable DealType type, Checks checks) {
        var parties = new ArrayList<Person>();
        var roles = new ArrayList<PartyRole>();
        var given = requests == null ? List.<ContractRequest.PartyRequest>of() : requests;
        for (var i = 0; i < given.size(); i++) {
            var party = given.get(i);
            if (party == null) {
                checks.add("parties[" + i + "]", "field.required");
                continue;
            }
            var at = "parties[" + i + "].";
            var role = checks.oneOf(at + "role", PartyRole.class, party.role());
            var name = checks.required(at + "name", party.name(), 80);
            var phone = phone(at + "phone", party.phone(), checks);
            var idNo = checks.optional(at + "idNo", party.idNo(), 40);
            var email = checks.optional(at + "email", party.email(), 120);
            if (email != null && !EMAIL.matcher(email).matches()) {
                checks.add(at + "email", "field.email");
            }
            if (role != null && roles.contains(role)) {
                checks.add(at + "role", "contract.party.twice", role.name());
            }
            if (role != null) {
                roles.add(role);
            }
            if (role != null && name != null && phone != null) {
                parties.add(new Person(role, name, phone, idNo, email));
            }
        }
        if (type != null) {
            NewContract.needed(type).stream()
                    .filter(role -> !roles.contains(role))
                    .forEach(role -> checks.add("parties", "contract.party.missing." + role));
        }
        return parties;
    }

    private static @Nullable String phone(String field, @Nullable String text, Checks checks) {
        var number = checks.required(field, text, 30);
        if (number == null) {
            return null;
        }
        var e164 = PhoneNumbers.e164(number);
        if (e164.isEmpty()) {
            checks.add(field, "field.phone");
        }
        return e164.orElse(null);
    }
}
