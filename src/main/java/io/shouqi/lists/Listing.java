package io.shouqi.lists;

import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list as its page describes it: a bean of the module that has the page.
 *
 * @param <R> a row
 * @param code as settings and saved filters know it; never changes
 * @param path of its page
 * @param filters the parameters of the page that narrow the list; whatever else an address has is not kept
 * @param columns in their usual order; the first is the head
 * @param usual how the list stands while nobody sorts it; null for an order that is no column's
 */
public record Listing<R>(
        String code,
        String path,
        List<String> filters,
        List<Column<R>> columns,
        @Nullable Sorting usual) {

    public Listing {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** The columns that are there before anybody chose. */
    List<Column<R>> usualColumns() {
        return columns.stream().filter(c -> c.shown() != Shown.ON_REQUEST).toList();
    }

    /**
     * These columns in this order, and those that are always there. Codes of columns that went with an older edition of
     * the list are passed over.
     */
    List<Column<R>> chosen(List<String> codes) {
        var head = columns.get(0);
        var chosen = codes.stream()
                .distinct()
                .flatMap(code -> column(code).stream())
                .filter(Predicate.not(head::equals))
                .toList();
        var kept = Set.copyOf(codes);
        var missing = columns.stream().filter(c -> !c.isHideable() && !c.equals(head) && !kept.contains(c.code()));
        return Stream.of(Stream.of(head), chosen.stream(), missing)
                .flatMap(s -> s)
                .toList();
    }

    /** Those not among the shown, in their usual order. */
    List<Column<R>> others(List<Column<R>> shown) {
        var codes = shown.stream().map(Column::code).collect(Collectors.toSet());
        return columns.stream().filter(c -> !codes.contains(c.code())).toList();
    }

    Optional<Column<R>> column(String code) {
        return columns.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** @throws Refusal 400 where the address asks for an order the list does not have */
    @Nullable
    Sorting sorting(ListQuery query) {
        var asked = query.value(Sorting.PARAMETER);
        if (asked == null) {
            return usual;
        }
        var sorting = Sorting.parse(asked, this);
        if (sorting == null) {
            throw Refusal.malformed(Sorting.PARAMETER, "list.sort");
        }
        return sorting;
    }

    /** The page with these filters. */
    public String address(ListQuery query) {
        return query.isEmpty() ? all() : path + "?" + query;
    }

    /** The page without any filter, not even the one it opens with. */
    String all() {
        return path + "?" + filters.get(0) + "=";
    }
}
