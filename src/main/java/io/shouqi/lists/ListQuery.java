package io.shouqi.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The filters of an address and its order, as far as the list knows them; empty ones do not count. */
public record ListQuery(List<Parameter> parameters) {

    /** Longer addresses are nobody's filters. */
    static final int LONGEST = 1000;

    record Parameter(String name, String value) {
        @Override
        public String toString() {
            return UriUtils.encode(name, StandardCharsets.UTF_8) + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
        }
    }

    public ListQuery {
        parameters = List.copyOf(parameters);
    }

    /** @param values all parameters of the request by name */
    public static ListQuery of(Listing<?> listing, Map<String, List<String>> values) {
        var kept = new ArrayList<Parameter>();
        for (var name : names(listing).toList()) {
            for (var value : values.getOrDefault(name, List.of())) {
                if (value != null && !value.isBlank() && !isUsual(listing, name, value)) {
                    kept.add(new Parameter(name, value.strip()));
                }
            }
        }
        return new ListQuery(kept);
    }

    /** The order that the list has anyway says nothing. */
    private static boolean isUsual(Listing<?> listing, String name, String value) {
        return name.equals(Sorting.PARAMETER) && value.equals(String.valueOf(listing.usual()));
    }

    /** @param text as it stands behind the question mark */
    public static ListQuery parse(Listing<?> listing, String text) {
        var values = UriComponentsBuilder.newInstance().query(text).build().getQueryParams();
        var decoded = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().map(ListQuery::decoded).toList()));
        return of(listing, decoded);
    }

    private static String decoded(@Nullable String value) {
        if (value == null) {
            return "";
        }
        try {
            return UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether an address says anything of the list at all, be it that a filter is empty or a page is not the first. */
    static boolean isAsked(Listing<?> listing, Map<String, ?> values) {
        return Stream.concat(names(listing), Stream.of("cursor", "limit")).anyMatch(values::containsKey);
    }

    private static Stream<String> names(Listing<?> listing) {
        return Stream.concat(listing.filters().stream(), Stream.of(Sorting.PARAMETER));
    }

    @Nullable
    String value(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }

    ListQuery sorted(Sorting sorting) {
        var others = parameters.stream().filter(p -> !p.name().equals(Sorting.PARAMETER));
        return new ListQuery(Stream.concat(others, Stream.of(new Parameter(Sorting.PARAMETER, sorting.toString())))
                .toList());
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** Whether rows are left out; the order alone leaves none out. */
    public boolean isNarrowed() {
        return parameters.stream().anyMatch(p -> !p.name().equals(Sorting.PARAMETER));
    }

    /** For people to read: what was looked for. */
    public String words() {
        return parameters.stream().map(p -> p.name() + "=" + p.value()).collect(Collectors.joining(" · "));
    }

    /** As it stands behind the question mark. */
    @Override
    public String toString() {
        return parameters.stream().map(Parameter::toString).collect(Collectors.joining("&"));
    }
}
