package io.shouqi.lists;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of nothing in particular. */
record Pets(String name, String kind, Money price, LocalDate bornOn, Long legs) {

    static final Listing<Pets> LISTING = new Listing<>(
            "pets",
            "/pets",
            List.of("q", "kind"),
            List.of(
                    Column.<Pets>head("pet", "pet").as(new SheetColumn<>("name", Pets::name)),
                    column("kind", ColumnKind.TEXT, Pets::kind),
                    column("price", ColumnKind.MONEY, Pets::price).sorted(Direction.DESCENDING),
                    column("bornOn", ColumnKind.DATE, Pets::bornOn).sorted(Direction.ASCENDING),
                    column("legs", ColumnKind.NUMBER, Pets::legs).onRequest(),
                    column("state", ColumnKind.STATE, pet -> new SheetColumn.Word("alive"))
                            .always()),
            new Sorting("bornOn", Direction.ASCENDING));

    private static Column<Pets> column(String code, ColumnKind kind, Function<Pets, @Nullable Object> value) {
        return Column.of(code, code, kind, value);
    }
}
