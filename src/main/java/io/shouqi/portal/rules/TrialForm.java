package io.shouqi.portal.rules;

import io.shouqi.pricing.GridColumn;
import io.shouqi.pricing.RuleGrid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a table has to be asked for, so that somebody can try it.
 *
 * @param subjects what it may be asked about: channels, templates, kinds of exceptions; empty where it is about deals
 * @param services the extended fees there are
 */
record TrialForm(
        boolean deal,
        boolean city,
        boolean store,
        boolean amount,
        boolean percent,
        boolean discount,
        List<String> subjects,
        List<Service> services) {

    record Service(String code, String name) {}

    private static final String FEES = "fees";
    private static final String EXTENDED = "延伸";

    static TrialForm of(String table, RuleGrid grid) {
        var asked = grid.columns().stream()
                .filter(GridColumn::condition)
                .map(GridColumn::key)
                .collect(Collectors.toSet());
        var fees = table.equals(FEES);
        return new TrialForm(
                asked.contains("deal"),
                asked.contains("city"),
                asked.contains("store"),
                asks(asked, "from", "amountFrom"),
                asked.contains("percentFrom"),
                fees,
                grid.columns().stream()
                        .filter(column -> column.key().equals("subject"))
                        .findFirst()
                        .map(column -> column.choices().isEmpty() ? texts(grid, "subject") : column.choices())
                        .orElse(List.of()),
                fees ? services(grid) : List.of());
    }

    private static boolean asks(Set<String> asked, String... keys) {
        return Set.of(keys).stream().anyMatch(asked::contains);
    }

    private static List<Service> services(RuleGrid grid) {
        var code = index(grid, "code");
        var name = index(grid, "name");
        var group = index(grid, "group");
        return grid.rows().stream()
                .filter(row -> row.get(group).equals(EXTENDED))
                .map(row -> new Service(row.get(code), row.get(name)))
                .distinct()
                .toList();
    }

    private static List<String> texts(RuleGrid grid, String key) {
        var column = index(grid, key);
        return grid.rows().stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static int index(RuleGrid grid, String key) {
        return IntStream.range(0, grid.columns().size())
                .filter(i -> grid.columns().get(i).key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
