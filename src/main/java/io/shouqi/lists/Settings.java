package io.shouqi.lists;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which columns each person sees of each list, and how dense. */
@Component
@Transactional
class Settings {

    private static final String SEPARATOR = ",";
    private static final Choice NOTHING_CHOSEN = new Choice(null, Density.COMFORTABLE);

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param columns codes in order; null for the list's own */
    record Choice(@Nullable List<String> columns, Density density) {

        <R> List<Column<R>> of(Listing<R> listing) {
            return columns == null ? listing.usualColumns() : listing.chosen(columns);
        }
    }

    private record Stored(@Nullable String columns, Density density) {}

    @Transactional(readOnly = true)
    Choice of(UUID person, Listing<?> listing) {
        return jdbc.sql("select columns, density from list_setting where person = ? and list = ?")
                .params(person, listing.code())
                .query(Stored.class)
                .optional()
                .map(s -> new Choice(codes(s.columns()), s.density()))
                .orElse(NOTHING_CHOSEN);
    }

    private static @Nullable List<String> codes(@Nullable String joined) {
        return joined == null ? null : Arrays.asList(joined.split(SEPARATOR));
    }

    void show(UUID person, Listing<?> listing, List<? extends Column<?>> columns) {
        keep(
                person,
                listing,
                "columns = :columns",
                String.join(SEPARATOR, columns.stream().map(Column::code).toList()),
                Density.COMFORTABLE);
    }

    void showUsual(UUID person, Listing<?> listing) {
        keep(person, listing, "columns = null", null, Density.COMFORTABLE);
    }

    void become(UUID person, Listing<?> listing, Density density) {
        keep(person, listing, "density = :density", null, density);
    }

    private void keep(UUID person, Listing<?> listing, String change, @Nullable String columns, Density density) {
        jdbc.sql("""
                        insert into list_setting(person, list, columns, density) values (:person, :list, :columns, :density)
                        on conflict (person, list) do update set\s""" + change)
                .param("person", person)
                .param("list", listing.code())
                .param("columns", columns)
                .param("density", density.name())
                .update();
    }
}
