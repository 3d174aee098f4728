package io.shouqi.lists;

import io.shouqi.shared.PageAsk;
import io.shouqi.shared.PageCursor;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list as one person sees it now: what the fragments in {@code templates/lists} draw around the rows. */
public final class ListView<R> {

    private final Listing<R> listing;
    private final ListQuery query;
    private final @Nullable Sorting sorting;
    private final Settings.Choice choice;
    private final List<SavedFilter> filters;
    private final boolean asked;
    private final PageAsk page;

    ListView(
            Listing<R> listing,
            ListQuery query,
            @Nullable Sorting sorting,
            Settings.Choice choice,
            List<SavedFilter> filters,
            boolean asked,
            PageAsk page) {
        this.listing = listing;
        this.query = query;
        this.sorting = sorting;
        this.choice = choice;
        this.filters = filters;
        this.asked = asked;
        this.page = page;
    }

    public String code() {
        return listing.code();
    }

    public String path() {
        return listing.path();
    }

    public ListQuery query() {
        return query;
    }

    /** How the rows stand; null for the list's own order. */
    public @Nullable Sorting sorting() {
        return sorting;
    }

    /** How they stand while nobody sorts them; null for an order that is no column's. */
    public @Nullable Sorting usual() {
        return listing.usual();
    }

    /**
     * Where the page before ended; null for the first page.
     *
     * @throws Refusal 400
     */
    public @Nullable PageCursor after() {
        return page.after(order());
    }

    /** @throws Refusal 400 */
    public int size(int most) {
        return page.size(most);
    }

    /** The order as cursors name it. */
    public String order() {
        return sorting == null ? "" : sorting.toString();
    }

    /** The address to open instead of a bare one, where this person has a filter for that; null where not. */
    public @Nullable String opensWith() {
        return asked
                ? null
                : filters.stream()
                        .filter(SavedFilter::opens)
                        .map(this::address)
                        .findFirst()
                        .orElse(null);
    }

    public List<Column<R>> columns() {
        return choice.of(listing);
    }

    /** Those that are not shown. */
    public List<Column<R>> hidden() {
        return listing.others(columns());
    }

    public Density density() {
        return choice.density();
    }

    public List<SavedFilter> filters() {
        return filters;
    }

    public boolean isFull() {
        return filters.size() >= SavedFilters.MOST;
    }

    /** The kept filter that is in force now. */
    public @Nullable SavedFilter current() {
        return filters.stream()
                .filter(f -> ListQuery.parse(listing, f.query()).equals(query))
                .findFirst()
                .orElse(null);
    }

    public boolean isCurrent(SavedFilter filter) {
        return filter.equals(current());
    }

    /** Whether filters leave rows out. */
    public boolean isNarrowed() {
        return query.isNarrowed();
    }

    /** The list with a kept filter. */
    public String address(SavedFilter filter) {
        // kept before a filter went with an older edition of the list, it is still good for the others
        return listing.address(ListQuery.parse(listing, filter.query()));
    }

    /** The list as it is now. */
    public String here() {
        return listing.address(query);
    }

    /** The list without filters. */
    public String all() {
        return listing.all();
    }

    public String more(PageCursor next) {
        return listing.address(query) + "&cursor=" + next;
    }

    /** The same rows as a workbook. */
    public String workbook() {
        return listing.path() + "/export.xlsx" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The list sorted by that column, the other way round where it stands so already. */
    public String sortedBy(Column<R> column) {
        var first = column.firstOrder();
        if (first == null) {
            return listing.address(query);
        }
        var direction =
                isSortedBy(column) && sorting != null ? sorting.direction().turned() : first;
        return listing.address(query.sorted(new Sorting(column.code(), direction)));
    }

    public boolean isSortedBy(Column<R> column) {
        return sorting != null && sorting.column().equals(column.code());
    }

    /** As {@code aria-sort} says it; null where nobody can sort by it. */
    public @Nullable String ariaSort(Column<R> column) {
        if (!column.isSortable()) {
            return null;
        }
        if (sorting == null || !isSortedBy(column)) {
            return "none";
        }
        return sorting.direction() == Direction.ASCENDING ? "ascending" : "descending";
    }

    /** All orders there are, for a phone, which has no headings. */
    public List<Order<R>> orders() {
        return listing.columns().stream()
                .filter(Column::isSortable)
                .flatMap(c -> Stream.of(Direction.ASCENDING, Direction.DESCENDING)
                        .map(d -> new Order<>(c, new Sorting(c.code(), d))))
                .toList();
    }

    public record Order<R>(Column<R> column, Sorting sorting) {}
}
