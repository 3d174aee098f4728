package io.shouqi.portal.entry;

import io.shouqi.contract.NewContract;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.identity.Users;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.FeeItem;
import io.shouqi.pricing.InstalmentTemplates;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.PriceBook;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the form out: the choices come from the organisation and from the tables that hold on the day of signing. */
@Component
@Transactional(readOnly = true)
class EntrySheets {

    private static final String PLAIN_PLAN = "ALL_AT_SIGNING";

    private final Stores stores;
    private final Users users;
    private final PriceBook prices;
    private final InstalmentTemplates templates;
    private final Drafts drafts;
    private final Clock clock;

    EntrySheets(
            Stores stores, Users users, PriceBook prices, InstalmentTemplates templates, Drafts drafts, Clock clock) {
        this.stores = stores;
        this.users = users;
        this.prices = prices;
        this.templates = templates;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** What most contracts begin with. */
    EntryForm fresh(Actor actor) {
        var own = stores.visibleTo(actor);
        return new EntryForm(
                UUID.randomUUID().toString(),
                null,
                DealType.RESALE.name(),
                own.size() == 1 ? own.get(0).code() : null,
                BusinessTime.today(clock).toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PLAIN_PLAN,
                null,
                null,
                null);
    }

    EntrySheet of(EntryForm form, Actor actor) {
        var type = type(form.type());
        var own = stores.visibleTo(actor);
        var store = own.stream().filter(s -> s.code().equals(form.storeCode())).findFirst();
        var day = day(form.signedOn());
        var needed = NewContract.needed(type);
        return new EntrySheet(
                form,
                type,
                BusinessTime.today(clock),
                own,
                EntryRows.people(type, EntryForm.given(form.parties())),
                needed.size(),
                Arrays.stream(PartyRole.values())
                        .filter(role -> !needed.contains(role))
                        .toList(),
                EntryRows.agents(EntryForm.given(form.agents())),
                store.map(s -> users.ofStore(s.company(), s.code(), Role.AGENT)).orElse(List.of()),
                store.map(s -> services(s, type, day)).orElse(List.of()),
                ifAny(() -> templates.all(actor.company(), day)),
                EntryRows.parts(form),
                drafts.of(actor, form.draft()));
    }

    private List<FeeItem> services(Store store, DealType type, LocalDate day) {
        return ifAny(() -> prices.services(store.company(), type, store.city(), store.code(), day));
    }

    /** No table held that day: the quote says so, and there is nothing to choose. */
    private static <T> List<T> ifAny(Supplier<List<T>> choices) {
        try {
            return choices.get();
        } catch (Refusal noTable) {
            return List.of();
        }
    }

    private static DealType type(@Nullable String typed) {
        return Arrays.stream(DealType.values())
                .filter(type -> type.name().equals(typed))
                .findFirst()
                .orElse(DealType.RESALE);
    }

    private LocalDate day(@Nullable String typed) {
        try {
            return Optional.ofNullable(Typed.text(typed)).map(LocalDate::parse).orElse(BusinessTime.today(clock));
        } catch (DateTimeParseException e) {
            return BusinessTime.today(clock);
        }
    }
}
