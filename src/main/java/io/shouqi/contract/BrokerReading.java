package io.shouqi.contract;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.shared.Checks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads who shares the commission: the agents, and another brokerage. */
@Component
class BrokerReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Users users;

    BrokerReading(Users users) {
        this.users = users;
    }

    List<Agent> agents(@Nullable List<ContractRequest.AgentRequest> requests, Actor actor, Checks checks) {
        var agents = new ArrayList<Agent>();
        var given = requests == null ? List.<ContractRequest.AgentRequest>of() : requests;
        for (var i = 0; i < given.size(); i++) {
            if (given.get(i) == null) {
                checks.add("agents[" + i + "]", "field.required");
                continue;
            }
            var at = "agents[" + i + "].";
            var username = checks.required(at + "agentId", given.get(i).agentId(), 60);
            var role = checks.required(at + "role", given.get(i).role(), 20);
            if (role != null && !Agent.ROLES.contains(role)) {
                checks.add(at + "role", "field.oneOf", String.join(", ", Agent.ROLES));
            }
            var user = username == null ? null : users.byUsername(username).orElse(null);
            if (username != null && (user == null || !user.company().equals(actor.company()))) {
                checks.add(at + "agentId", "contract.agent.unknown", username);
            } else if (user != null && role != null) {
                agents.add(new Agent(user.username(), user.name(), role));
            }
        }
        return agents;
    }

    static @Nullable CoBroker coBroker(ContractRequest.@Nullable CoBrokerRequest request, Checks checks) {
        if (request == null) {
            return null;
        }
        var name = checks.required("coBroker.name", request.name(), 80);
        var percent = DealReading.positive("coBroker.percent", request.percent(), checks);
        if (percent != null && percent.compareTo(HUNDRED) >= 0) {
            checks.add("coBroker.percent", "contract.percent");
        }
        return name == null || percent == null ? null : new CoBroker(name, percent);
    }
}
