package io.shouqi.pricing.sheet;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.parser.DataListener;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** Hands a table cell by cell to Drools: the product's own header, and the canonical code of the data cells. */
final class RuleCompiler {

    /** The variable of the rules that collects what they hand out. */
    static final String HITS = "hits";

    private RuleCompiler() {}

    /** One at a time: Drools keeps its repository for the whole process. */
    static synchronized KieBase compile(TableForm form, List<SheetRow> rows) {
        var loader = RuleCompiler.class.getClassLoader();
        var kie = KieServices.Factory.get();
        var release = kie.newReleaseId(
                "io.shouqi.rules", form.code(), UUID.randomUUID().toString());
        var files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/io/shouqi/pricing/rules/table.drl", drl(form, rows));
        var builder = kie.newKieBuilder(files, loader).buildAll(DrlProject.class);
        try {
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException("table " + form.code() + " does not compile: "
                        + builder.getResults().getMessages());
            }
            var container = kie.newKieContainer(release, loader);
            try {
                return container.getKieBase();
            } finally {
                container.dispose();
            }
        } finally {
            // the rules live on alone and go with their last user; the repository would keep them for ever
            kie.getRepository().removeKieModule(release);
        }
    }

    static String drl(TableForm form, List<SheetRow> rows) {
        var listener = new DefaultRuleSheetListener();
        for (var row : HeaderRow.values()) {
            listener.newRow(row.index(), form.columns().size());
            for (var c = 0; c < form.columns().size(); c++) {
                listener.newCell(row.index(), c, form.header(row, c), patternStart(form, row, c));
            }
        }
        for (var row : rows) {
            listener.newRow(row.number() - 1, form.columns().size());
            for (var c = 0; c < form.columns().size(); c++) {
                listener.newCell(
                        row.number() - 1, c, code(form, form.columns().get(c), row.terms()), DataListener.NON_MERGED);
            }
        }
        listener.finishSheet();
        return new SpreadsheetCompiler().listenerToString(listener);
    }

    /** All conditions look at the same fact: Drools calls that a merged cell. */
    private static int patternStart(TableForm form, HeaderRow row, int column) {
        if (row != HeaderRow.PATTERN || !form.columns().get(column).isCondition()) {
            return DataListener.NON_MERGED;
        }
        var first = 0;
        while (!form.columns().get(first).isCondition()) {
            first++;
        }
        return first;
    }

    private static String code(TableForm form, Column<?> column, Terms terms) {
        return Objects.requireNonNullElse(form.code(column, terms), "");
    }
}
