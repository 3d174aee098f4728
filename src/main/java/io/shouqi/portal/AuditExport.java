package io.shouqi.portal;

import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditScope;
import io.shouqi.audit.AuditSearch;
import io.shouqi.audit.AuditTrail;
import io.shouqi.audit.EventCursor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.SheetText;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** The audit log as a file. Written page by page, so that a slow reader holds no connection to the database. */
@Component
class AuditExport {

    static final int MOST = 50_000;

    private static final int BATCH = 500;
    /** By this mark spreadsheets know that the file is UTF-8. */
    private static final char MARK = '\uFEFF';

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    private final AuditSearch search;
    private final AuditWords words;
    private final AuditTrail trail;

    AuditExport(AuditSearch search, AuditWords words, AuditTrail trail) {
        this.search = search;
        this.words = words;
        this.trail = trail;
    }

    /** Recorded before the first byte leaves. */
    void announce(AuditScope scope, AuditSearch.Wanted wanted) {
        trail.record(AuditEntry.exported(
                AuditSearch.SEALED_AS, AuditFilter.words(wanted), search.count(scope, wanted, MOST)));
    }

    void write(AuditScope scope, AuditSearch.Wanted wanted, Locale locale, Writer out) throws IOException {
        out.write(MARK);
        var csv = new CSVPrinter(out, CSVFormat.EXCEL);
        csv.printRecord(Stream.of(
                        "audit.csv.id",
                        "audit.time",
                        "audit.who",
                        "audit.csv.door",
                        "audit.csv.address",
                        "audit.filter.action",
                        "audit.filter.kind",
                        "audit.filter.subject",
                        "audit.store",
                        "audit.changes",
                        "audit.detail")
                .map(key -> words.say(key, locale)));
        EventCursor after = null;
        for (var written = 0; written < MOST; written += BATCH) {
            var page = search.page(scope, wanted, after, BATCH);
            for (var event : page.items()) {
                print(csv, words.line(event, locale));
            }
            after = page.next();
            if (after == null) {
                break;
            }
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, AuditLine line) throws IOException {
        csv.printRecord(Stream.of(
                        String.valueOf(line.id()),
                        SECOND.format(line.at()),
                        line.who(),
                        line.door(),
                        line.address() == null ? "" : line.address(),
                        line.action(),
                        line.kind(),
                        line.subject() == null ? "" : line.subject(),
                        line.store() == null ? "" : line.store(),
                        line.allChanges(),
                        line.detail() == null ? "" : line.detail())
                .map(SheetText::harmless));
    }
}
