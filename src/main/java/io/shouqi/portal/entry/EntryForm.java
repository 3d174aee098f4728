package io.shouqi.portal.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.shouqi.contract.ContractRequest;
import io.shouqi.contract.ContractRequest.AgentRequest;
import io.shouqi.contract.ContractRequest.CoBrokerRequest;
import io.shouqi.contract.ContractRequest.DiscountRequest;
import io.shouqi.contract.ContractRequest.PartyRequest;
import io.shouqi.contract.ContractRequest.PropertyRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The page's fields as they were typed. Their names are those of a {@link ContractRequest}, so that a refusal finds its
 * field.
 *
 * @param draft names this piece of work: the form that is sent twice makes one contract
 * @param plan code of a template, or {@link #OWN}
 * @param different set where the clerk says that a contract that looks alike is another one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EntryForm(
        @Nullable String draft,
        @Nullable String externalNo,
        @Nullable String type,
        @Nullable String storeCode,
        @Nullable String signedOn,
        @Nullable String price,
        @Nullable String monthlyRent,
        @Nullable PropertyRequest property,
        @Nullable List<PartyRequest> parties,
        @Nullable List<AgentRequest> agents,
        @Nullable CoBrokerRequest coBroker,
        @Nullable List<String> services,
        @Nullable String plan,
        @Nullable List<Part> instalments,
        @Nullable DiscountRequest discount,
        @Nullable String different) {

    static final String OWN = "OWN";
    /** In place of a milestone: due on a day. */
    static final String ON_A_DAY = "DATE";

    /** A part of an own plan. */
    public record Part(
            @Nullable String milestone,
            @Nullable String dueOn,
            @Nullable String percent) {}

    /** What the business system would have sent for it. */
    ContractRequest request() {
        var home = Objects.requireNonNullElse(property, new PropertyRequest(null, null, null));
        return new ContractRequest(
                Typed.text(externalNo),
                Typed.text(type),
                Typed.text(storeCode),
                given(agents).stream()
                        .filter(agent -> Typed.text(agent.agentId()) != null)
                        .toList(),
                coBroker == null || isEmpty(coBroker.name(), coBroker.percent())
                        ? null
                        : new CoBrokerRequest(Typed.text(coBroker.name()), Typed.figure(coBroker.percent())),
                Typed.text(signedOn),
                Typed.figure(price),
                Typed.figure(monthlyRent),
                new PropertyRequest(Typed.text(home.address()), Typed.text(home.district()), Typed.figure(home.area())),
                given(parties).stream().map(EntryForm::plain).toList(),
                given(services),
                terms(),
                discount == null || isEmpty(discount.percent(), discount.reason())
                        ? null
                        : new DiscountRequest(Typed.figure(discount.percent()), Typed.text(discount.reason())));
    }

    /** Whether anything was typed that would be a pity to lose. */
    boolean isBegun() {
        var home = property == null ? null : property.address();
        return !isEmpty(home, price, monthlyRent, externalNo)
                || given(parties).stream().anyMatch(party -> !isEmpty(party.name(), party.phone()));
    }

    boolean isOwnPlan() {
        return OWN.equals(plan);
    }

    static <T> List<T> given(@Nullable List<T> rows) {
        return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    private @Nullable JsonNode terms() {
        var nodes = JsonNodeFactory.instance;
        if (!isOwnPlan()) {
            var code = Typed.text(plan);
            return code == null ? null : nodes.stringNode(code);
        }
        var terms = nodes.arrayNode();
        for (var part : given(instalments)) {
            var term = terms.addObject();
            var onADay = ON_A_DAY.equals(part.milestone());
            term.put("milestone", onADay ? null : Typed.text(part.milestone()));
            term.put("dueOn", onADay ? Typed.text(part.dueOn()) : null);
            term.put("percent", Typed.figure(part.percent()));
        }
        return terms;
    }

    private static PartyRequest plain(PartyRequest party) {
        return new PartyRequest(
                Typed.text(party.role()),
                Typed.text(party.name()),
                Typed.text(party.phone()),
                Typed.text(party.idNo()),
                Typed.text(party.email()));
    }

    private static boolean isEmpty(@Nullable String... typed) {
        for (var text : typed) {
            if (Typed.text(text) != null) {
                return false;
            }
        }
        return true;
    }
}
