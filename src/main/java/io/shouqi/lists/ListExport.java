package io.shouqi.lists;

import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.PageCursor;
import io.shouqi.sheet.WorkbookFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A list as a workbook: the same rows, the columns that are shown. Read page by page and written to a file beside, so
 * neither the heap nor a connection waits for a slow reader, and a failure on the way is an answer like any other.
 */
@Service
public class ListExport {

    public static final int MOST = 50_000;

    /** Rows that a page of the list has while it is exported. */
    public static final int BATCH = 500;

    private final MessageSource messages;
    private final AuditTrail trail;
    private final Clock clock;

    ListExport(MessageSource messages, AuditTrail trail, Clock clock) {
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /** The rows after a place; null for the first. */
    public interface Rows<R> {
        ListPage<R> after(@Nullable PageCursor cursor);
    }

    /**
     * @param kind what the rows are, as the audit log calls it
     * @param name of the file, in ASCII
     * @param title message key of the sheet's name
     */
    public record Workbook(String kind, String name, String title) {}

    /** Where the workbook goes. */
    public record Reader(HttpServletResponse response, RedirectAttributes next, Locale locale) {}

    /**
     * @param count how many rows there are, counted no further than one more than {@link #MOST}
     * @return null where the workbook is the answer; where it would be too long, the address of the list, which says so
     */
    public <R> @Nullable String answer(Reader reader, Workbook workbook, ListView<R> list, long count, Rows<R> rows)
            throws IOException {
        if (count > MOST) {
            reader.next().addFlashAttribute("listProblem", "lists.export.tooMany");
            reader.next().addFlashAttribute("listProblemLimit", MOST);
            return "redirect:" + list.here();
        }
        try (var sheet = new ListSheet<>(messages, reader.locale(), workbook.title(), list.columns())) {
            trail.record(AuditEntry.exported(workbook.kind(), list.query().words(), fill(sheet, rows)));
            var response = reader.response();
            response.setContentType(WorkbookFile.XLSX);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + workbook.name() + "-" + BusinessTime.today(clock) + ".xlsx\"");
            sheet.write(response.getOutputStream());
        }
        return null;
    }

    private static <R> long fill(ListSheet<R> sheet, Rows<R> rows) {
        var written = 0L;
        PageCursor after = null;
        do {
            var page = rows.after(after);
            page.items().forEach(sheet::add);
            written += page.items().size();
            after = page.next();
        } while (after != null && written < MOST);
        return written;
    }
}
