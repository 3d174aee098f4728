package io.shouqi.portal.monitor;

import io.shouqi.workflow.Drawing;
import io.shouqi.workflow.Drawings;
import java.util.HashMap;
import java.util.Map;

/** What the elements of the cases on a page are called; each diagram is read once a page. */
public final class Names {

    private final Drawings drawings;
    private final String company;
    private final Map<String, Drawing> read = new HashMap<>();

    Names(Drawings drawings, String company) {
        this.drawings = drawings;
        this.company = company;
    }

    public String element(Work work, String id) {
        return of(work).nameOf(id);
    }

    public String process(Work work) {
        return of(work).title();
    }

    private Drawing of(Work work) {
        return read.computeIfAbsent(
                work.process() + " " + work.version(), name -> drawings.find(company, work.process(), work.version()));
    }
}
