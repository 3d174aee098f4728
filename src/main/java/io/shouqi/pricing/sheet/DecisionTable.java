package io.shouqi.pricing.sheet;

import io.shouqi.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/** A checked and compiled table, ready to decide; safe to share between threads. */
public final class DecisionTable {

    private final TableForm form;
    private final SortedMap<Integer, SheetRow> rows;
    private final Map<Integer, Reach> reaches;
    private final KieBase rules;

    private DecisionTable(TableForm form, List<SheetRow> rows) {
        this.form = form;
        this.rows = rows.stream()
                .collect(Collectors.toMap(SheetRow::number, Function.identity(), (one, other) -> one, TreeMap::new));
        this.reaches = rows.stream().collect(Collectors.toMap(SheetRow::number, row -> Reach.of(row, form)));
        this.rules = RuleCompiler.compile(form, rows);
    }

    /** @throws Refusal naming every cell that is wrong */
    public static DecisionTable of(TableForm form, byte[] workbook) {
        return SheetReview.of(form, workbook).compile();
    }

    /**
     * A workbook that was published: its rows were compared with each other then. Each cell is read as carefully as ever.
     *
     * @throws Refusal naming every cell that is wrong
     */
    public static DecisionTable ofPublished(TableForm form, byte[] workbook) {
        var read = SheetReader.read(form, workbook);
        read.checks().refuse();
        return new DecisionTable(form, read.rows());
    }

    static DecisionTable of(TableForm form, List<SheetRow> rows) {
        return new DecisionTable(form, rows);
    }

    /**
     * Lets the rules fire. Of the rows that fired for the same keys only the most special remain: one, or all the tiers
     * that count. In the order in which rows of the sheet first name the keys.
     */
    public List<List<Hit>> decide(Case fact) {
        var winners = new LinkedHashMap<List<String>, List<Hit>>();
        var best = new LinkedHashMap<List<String>, Integer>();
        for (var fired : fire(fact).byRow().entrySet()) {
            var reach = reaches.get(fired.getKey());
            var row = rows.get(fired.getKey());
            if (reach == null || row == null) {
                throw new IllegalStateException("a rule fired that no row stands for: " + fired.getKey());
            }
            var level = best.getOrDefault(reach.keys(), Integer.MAX_VALUE);
            if (reach.level() < level) {
                best.put(reach.keys(), reach.level());
                winners.put(reach.keys(), new ArrayList<>());
            }
            if (reach.level() <= level) {
                winners.computeIfAbsent(reach.keys(), k -> new ArrayList<>())
                        .add(new Hit(row, new Terms(fired.getValue())));
            }
        }
        return List.copyOf(winners.values());
    }

    /** For tables that decide one thing at a time. */
    public Optional<Hit> decideOne(Case fact) {
        return decide(fact).stream().flatMap(List::stream).findFirst();
    }

    /** What each row says to the case, in the order of the sheet. */
    public List<Verdict> explain(Case fact) {
        var won = decide(fact).stream()
                .flatMap(List::stream)
                .map(hit -> hit.row().number())
                .collect(Collectors.toSet());
        return rows.values().stream().map(row -> verdict(row, fact, won)).toList();
    }

    private Verdict verdict(SheetRow row, Case fact, Set<Integer> won) {
        var failed = form.columns().stream()
                .filter(column -> !column.accepts(fact, form.code(column, row.terms())))
                .toList();
        var outcome = won.contains(row.number())
                ? Verdict.Outcome.COUNTS
                : failed.isEmpty() ? Verdict.Outcome.BEATEN : Verdict.Outcome.FAILED;
        return new Verdict(row, keys(row), outcome, failed);
    }

    private List<String> keys(SheetRow row) {
        return form.keys().stream()
                .map(column -> row.texts().getOrDefault(column.label(), ""))
                .toList();
    }

    private Hits fire(Case fact) {
        var hits = new Hits();
        var session = rules.newStatelessKieSession();
        session.setGlobal(RuleCompiler.HITS, hits);
        session.execute(fact);
        return hits;
    }
}
