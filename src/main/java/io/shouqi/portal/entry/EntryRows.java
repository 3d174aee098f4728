package io.shouqi.portal.entry;

import io.shouqi.contract.Agent;
import io.shouqi.contract.ContractRequest.AgentRequest;
import io.shouqi.contract.ContractRequest.PartyRequest;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of the form that come and go: people, agents, instalments. */
final class EntryRows {

    /** What a button adds or takes away. */
    enum Row {
        PARTY,
        AGENT,
        PART
    }

    private EntryRows() {}

    /** Everybody the deal needs comes first; who was typed keeps the place when the kind of deal changes. */
    static List<PartyRequest> people(DealType type, List<PartyRequest> typed) {
        var needed = NewContract.needed(type);
        var left = new ArrayList<>(typed);
        var people = new ArrayList<PartyRequest>();
        for (var i = 0; i < needed.size(); i++) {
            var role = needed.get(i);
            var person = typed.stream()
                    .filter(p -> role.name().equals(p.role()))
                    .findFirst()
                    .orElse(i < typed.size() && !isNeeded(needed, typed.get(i)) ? typed.get(i) : nobody(role));
            left.remove(person);
            people.add(new PartyRequest(role.name(), person.name(), person.phone(), person.idNo(), person.email()));
        }
        left.removeIf(p -> isNeeded(needed, p));
        people.addAll(left);
        return people;
    }

    private static boolean isNeeded(List<PartyRole> needed, PartyRequest person) {
        return needed.stream().anyMatch(role -> role.name().equals(person.role()));
    }

    private static PartyRequest nobody(PartyRole role) {
        return new PartyRequest(role.name(), null, null, null, null);
    }

    /** The next role that nobody has. */
    static PartyRequest another(List<PartyRequest> people) {
        return Arrays.stream(PartyRole.values())
                .filter(role -> people.stream().noneMatch(p -> role.name().equals(p.role())))
                .findFirst()
                .map(EntryRows::nobody)
                .orElse(nobody(PartyRole.BUYER));
    }

    static List<AgentRequest> agents(List<AgentRequest> typed) {
        return typed.isEmpty()
                ? Agent.ROLES.stream().map(role -> new AgentRequest(null, role)).toList()
                : typed;
    }

    static List<EntryForm.Part> parts(EntryForm form) {
        var typed = EntryForm.given(form.instalments());
        return form.isOwnPlan() && typed.isEmpty() ? List.of(half(Milestone.SIGNING), half(Milestone.TRANSFER)) : typed;
    }

    private static EntryForm.Part half(Milestone milestone) {
        return new EntryForm.Part(milestone.name(), null, "50");
    }

    static <T> List<T> with(List<T> rows, T another) {
        var longer = new ArrayList<>(rows);
        longer.add(another);
        return longer;
    }

    static <T> List<T> without(List<T> rows, int at) {
        var shorter = new ArrayList<>(rows);
        if (at >= 0 && at < shorter.size()) {
            shorter.remove(at);
        }
        return shorter;
    }
}
