package io.shouqi.lists;

import io.shouqi.shared.PageAsk;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The lists of the product, and how each person sees them. */
@Service
public class Lists {

    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";

    private final Map<String, Listing<?>> listings;
    private final Settings settings;
    private final SavedFilters filters;

    Lists(List<Listing<?>> listings, Settings settings, SavedFilters filters) {
        this.listings = listings.stream().collect(Collectors.toMap(Listing::code, Function.identity()));
        this.settings = settings;
        this.filters = filters;
    }

    /** @throws Refusal 404 for a code that is no list's */
    public Listing<?> named(String code) {
        var listing = listings.get(code);
        if (listing == null) {
            throw Refusal.unknown("lists.unknown");
        }
        return listing;
    }

    /**
     * What a page shows around its rows.
     *
     * @param parameters of the request, as they came
     * @throws Refusal 400 where the address asks for an order the list does not have
     */
    public <R> ListView<R> view(UUID person, Listing<R> listing, Map<String, List<String>> parameters) {
        var query = ListQuery.of(listing, parameters);
        return new ListView<>(
                listing,
                query,
                listing.sorting(query),
                settings.of(person, listing),
                filters.of(person, listing),
                ListQuery.isAsked(listing, parameters),
                new PageAsk(first(parameters, CURSOR), first(parameters, LIMIT)));
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** @param codes of the columns to show, in order; unknown ones are passed over */
    public void show(UUID person, Listing<?> listing, List<String> codes) {
        settings.show(person, listing, listing.chosen(codes));
    }

    public void showUsual(UUID person, Listing<?> listing) {
        settings.showUsual(person, listing);
    }

    public void become(UUID person, Listing<?> listing, Density density) {
        settings.become(person, listing, density);
    }
}
