package io.shouqi.pricing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** A decision table ready to fire. Close it when another version takes its place, or its classes stay in memory. */
final class CompiledTable implements AutoCloseable {

    private final ReleaseId release;
    private final KieContainer container;
    private final Map<Integer, Row> rows = new HashMap<>();

    private CompiledTable(List<Row> rows, ReleaseId release, KieContainer container) {
        this.release = release;
        this.container = container;
        rows.forEach(row -> this.rows.put(row.number(), row));
    }

    static CompiledTable of(TableDefinition table, List<Row> rows) {
        var kie = KieServices.Factory.get();
        var release = kie.newReleaseId(
                "io.shouqi.rules", table.code(), UUID.randomUUID().toString());
        var drl = new SpreadsheetCompiler()
                .compile(new ByteArrayInputStream(WorkbookWriter.forDrools(table, rows)), InputType.XLS);
        var files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/io/shouqi/rules/" + table.code() + ".drl", drl);
        var build = kie.newKieBuilder(files).buildAll();
        if (build.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    table.code() + " does not compile: " + build.getResults().getMessages(Message.Level.ERROR));
        }
        return new CompiledTable(rows, release, kie.newKieContainer(release));
    }

    /** The rows that fire for a case, in the order of the sheet. */
    List<Row> fire(RuleCase ruleCase) {
        var hits = new RuleHits();
        var session = container.getKieBase().newStatelessKieSession();
        session.setGlobal("hits", hits);
        session.execute(ruleCase);
        var fired = new ArrayList<Row>();
        for (var number : hits.rows()) {
            var row = rows.get(number);
            if (row == null) {
                throw new IllegalStateException("a rule fired that is no row: " + number);
            }
            fired.add(row);
        }
        return fired;
    }

    List<Row> rows() {
        return rows.values().stream()
                .sorted(java.util.Comparator.comparingInt(Row::number))
                .toList();
    }

    @Override
    public void close() {
        container.dispose();
        KieServices.Factory.get().getRepository().removeKieModule(release);
    }
}
