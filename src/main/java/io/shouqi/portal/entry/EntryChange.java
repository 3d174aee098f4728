package io.shouqi.portal.entry;

import io.shouqi.contract.Agent;
import io.shouqi.contract.ContractRequest.AgentRequest;
import io.shouqi.portal.entry.EntryRows.Row;
import org.jspecify.annotations.Nullable;

/** The form with a row more or less. */
final class EntryChange {

    private EntryChange() {}

    static EntryForm of(EntryForm form, @Nullable Row add, @Nullable Row remove, int at) {
        var people = EntryForm.given(form.parties());
        var agents = EntryForm.given(form.agents());
        var parts = EntryForm.given(form.instalments());
        return new EntryForm(
                form.draft(),
                form.externalNo(),
                form.type(),
                form.storeCode(),
                form.signedOn(),
                form.price(),
                form.monthlyRent(),
                form.property(),
                add == Row.PARTY
                        ? EntryRows.with(people, EntryRows.another(people))
                        : remove == Row.PARTY ? EntryRows.without(people, at) : people,
                add == Row.AGENT
                        ? EntryRows.with(agents, new AgentRequest(null, Agent.ROLES.get(0)))
                        : remove == Row.AGENT ? EntryRows.without(agents, at) : agents,
                form.coBroker(),
                form.services(),
                form.plan(),
                add == Row.PART
                        ? EntryRows.with(parts, new EntryForm.Part("TRANSFER", null, null))
                        : remove == Row.PART ? EntryRows.without(parts, at) : parts,
                form.discount(),
                form.different());
    }
}
