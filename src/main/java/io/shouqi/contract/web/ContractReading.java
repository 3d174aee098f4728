package io.shouqi.contract.web;

import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.identity.Users;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.QuoteRequest;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.vault.PhoneNumbers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads contract requests: every field is checked and everything wrong is named at once. */
@Component
class ContractReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Money DEAREST = Money.ofYuan("10000000000");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
    private static final Set<String> AGENT_ROLES = Set.of("LISTING", "BUYER_SIDE", "CLOSING");

    /** Who must stand on a contract of each kind. */
    private static final Map<DealType, List<PartyRole>> NEEDED = Map.of(
            DealType.RESALE, List.of(PartyRole.BUYER, PartyRole.SELLER),
            DealType.NEW_HOME, List.of(PartyRole.BUYER, PartyRole.DEVELOPER),
            DealType.RENTAL, List.of(PartyRole.TENANT, PartyRole.LANDLORD));

    private final Stores stores;
    private final Users users;
    private final PriceBook prices;
    private final InstalmentReading instalments;
    private final IdempotentCalls calls;
    private final Clock clock;

    ContractReading(
            Stores stores,
            Users users,
            PriceBook prices,
            InstalmentReading instalments,
            IdempotentCalls calls,
            Clock clock) {
        this.stores = stores;
        this.users = users;
        this.prices = prices;
        this.instalments = instalments;
        this.calls = calls;
        this.clock = clock;
    }

    /** @throws Refusal naming every field that is wrong */
    NewContract read(ContractRequest r, Actor actor) {
        var checks = new Checks();
        var externalNo = checks.required("externalNo", r.externalNo(), 64);
        var deal = readDeal(r, actor, checks);
        var property = Objects.requireNonNullElse(r.property(), new ContractRequest.PropertyRequest(null, null, null));
        var address = checks.required("property.address", property.address(), 200);
        var district = checks.optional("property.district", property.district(), 60);
        var area = property.area() == null ? null : positive("property.area", property.area(), checks);
        var parties = parties(r.parties(), deal.type(), checks);
        var agents = agents(r.agents(), actor, checks);
        var coBroker = coBroker(r.coBroker(), checks);
        var discount = discount(r.discount(), checks);
        var terms = instalments.read(r.instalments(), actor.company(), deal.signedOn(), checks);
        deal.checkPrices(prices, discount == null ? null : discount.percent(), checks);
        checks.refuse();
        return new NewContract(
                actor.company(),
                known(externalNo),
                calls.fingerprint(r),
                known(deal.type()),
                known(deal.store()).code(),
                known(deal.store()).city(),
                known(deal.signedOn()),
                deal.price(),
                deal.monthlyRent(),
                known(address),
                district,
                area,
                parties,
                agents,
                coBroker,
                deal.services(),
                terms,
                discount);
    }

    /** The part of a contract that decides its fees; also all of a request for a quote. */
    Deal readDeal(ContractRequest r, Actor actor, Checks checks) {
        var type = checks.oneOf("type", DealType.class, r.type());
        var store = store(r.storeCode(), actor, checks);
        var signedOn = checks.date("signedOn", r.signedOn());
        if (signedOn != null && signedOn.isAfter(BusinessTime.today(clock))) {
            checks.add("signedOn", "contract.signedOn.future");
        }
        var rental = type == DealType.RENTAL;
        var price = rental ? null : amount("price", r.price(), checks);
        var monthlyRent = rental ? amount("monthlyRent", r.monthlyRent(), checks) : null;
        var services = services(r.services(), checks);
        return new Deal(actor.company(), type, store, signedOn, price, monthlyRent, services);
    }

    record Deal(
            String company,
            @Nullable DealType type,
            @Nullable Store store,
            @Nullable LocalDate signedOn,
            @Nullable Money price,
            @Nullable Money monthlyRent,
            List<String> services) {

        /** The fee tables may know no row for the case, or not a service: that belongs into the same answer. */
        void checkPrices(PriceBook prices, @Nullable BigDecimal discountPercent, Checks checks) {
            if (type == null || store == null || signedOn == null || (price == null && monthlyRent == null)) {
                return;
            }
            try {
                prices.quote(quoteRequest(discountPercent));
            } catch (Refusal refusal) {
                refusal.fields()
                        .forEach(f ->
                                checks.add(f.field(), f.code(), f.arguments().toArray()));
            }
        }

        QuoteRequest quoteRequest(@Nullable BigDecimal discountPercent) {
            var place = known(store);
            return new QuoteRequest(
                    company,
                    known(type),
                    place.city(),
                    place.code(),
                    known(signedOn),
                    price,
                    monthlyRent,
                    services,
                    discountPercent);
        }
    }

    private @Nullable Store store(@Nullable String code, Actor actor, Checks checks) {
        var text = checks.required("storeCode", code, 40);
        if (text == null) {
            return null;
        }
        var store =
                actor.stores().contains(text) ? stores.find(actor.company(), text) : java.util.Optional.<Store>empty();
        if (store.isEmpty()) {
            checks.add("storeCode", "contract.store.unknown", text);
        }
        return store.orElse(null);
    }

    private static List<String> services(@Nullable List<String> requested, Checks checks) {
        var services = new ArrayList<String>();
        var given = requested == null ? List.<String>of() : requested;
        for (var i = 0; i < given.size(); i++) {
            var code = checks.required("services[" + i + "]", given.get(i), 40);
            if (code != null) {
                services.add(code);
            }
        }
        return services;
    }

    private static @Nullable Money amount(String field, @Nullable String yuan, Checks checks) {
        var amount = checks.amount(field, yuan);
        if (amount != null && amount.compareTo(DEAREST) > 0) {
            checks.add(field, "contract.price.tooHigh");
            return null;
        }
        return amount;
    }

    private List<Person> parties(
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
            known(NEEDED.get(type)).stream()
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

    private List<Agent> agents(@Nullable List<ContractRequest.AgentRequest> requests, Actor actor, Checks checks) {
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
            if (role != null && !AGENT_ROLES.contains(role)) {
                checks.add(at + "role", "field.oneOf", "LISTING, BUYER_SIDE, CLOSING");
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

    private static @Nullable CoBroker coBroker(ContractRequest.@Nullable CoBrokerRequest request, Checks checks) {
        if (request == null) {
            return null;
        }
        var name = checks.required("coBroker.name", request.name(), 80);
        var percent = positive("coBroker.percent", request.percent(), checks);
        if (percent != null && percent.compareTo(HUNDRED) >= 0) {
            checks.add("coBroker.percent", "contract.percent");
        }
        return name == null || percent == null ? null : new CoBroker(name, percent);
    }

    private static NewContract.@Nullable Discount discount(
            ContractRequest.@Nullable DiscountRequest request, Checks checks) {
        if (request == null) {
            return null;
        }
        var percent = positive("discount.percent", request.percent(), checks);
        var reason = checks.required("discount.reason", request.reason(), 300);
        if (percent != null && percent.compareTo(HUNDRED) > 0) {
            checks.add("discount.percent", "contract.percent");
            return null;
        }
        return percent == null || reason == null ? null : new NewContract.Discount(percent, reason);
    }

    static @Nullable BigDecimal positive(String field, @Nullable String text, Checks checks) {
        var number = checks.decimal(field, text);
        if (number != null && number.signum() <= 0) {
            checks.add(field, "field.positive");
            return null;
        }
        return number;
    }

    private static <T> T known(@Nullable T checked) {
        return Objects.requireNonNull(checked);
    }
}
