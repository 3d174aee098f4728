package io.shouqi.identity.admin;

import io.shouqi.identity.admin.ImportLine.Kind;
import java.util.List;

/** What an import would do, row by row. Two plans are equal where they would do the same. */
record ImportPlan(List<ImportLine> lines) {

    ImportPlan {
        lines = List.copyOf(lines);
    }

    static ImportPlan of(List<SheetPerson> rows, ImportFacts facts) {
        var check = new ImportCheck(facts);
        return new ImportPlan(rows.stream().map(check::line).toList());
    }

    public List<ImportLine> of(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    public List<ImportLine> added() {
        return of(Kind.NEW);
    }

    public List<ImportLine> changed() {
        return of(Kind.CHANGED);
    }

    public List<ImportLine> same() {
        return of(Kind.SAME);
    }

    public List<ImportLine> wrong() {
        return of(Kind.WRONG);
    }

    public boolean hasWork() {
        return !added().isEmpty() || !changed().isEmpty();
    }
}
