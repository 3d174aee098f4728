package io.shouqi.portal;

import io.shouqi.lists.Column;
import io.shouqi.lists.ColumnKind;
import io.shouqi.lists.Listing;
import io.shouqi.lists.SheetColumn;
import io.shouqi.shared.BusinessTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit log has as a list. */
@Configuration(proxyBeanMethods = false)
class AuditListing {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    static final Listing<AuditLine> LISTING = new Listing<>(
            "audit",
            "/audit",
            AuditFilter.PARAMETERS,
            List.of(
                    Column.<AuditLine>head("what", "audit.what")
                            .as(
                                    sheet("audit.sheet.id", AuditLine::id),
                                    sheet("audit.who", AuditLine::who),
                                    sheet("audit.filter.action", AuditLine::action),
                                    sheet("audit.filter.kind", AuditLine::kind),
                                    sheet("audit.filter.subject", AuditLine::subject),
                                    sheet("audit.changes", AuditLine::allChanges),
                                    sheet("audit.detail", AuditLine::detail)),
                    Column.of("time", "audit.time", ColumnKind.DATE, line -> SECOND.format(line.at())),
                    Column.of("store", "audit.store", ColumnKind.TEXT, AuditLine::store),
                    Column.<AuditLine>of("where", "audit.where", ColumnKind.TEXT, AuditLine::door)
                            .as(
                                    sheet("audit.sheet.door", AuditLine::door),
                                    sheet("audit.sheet.address", AuditLine::address))),
            null);

    private static SheetColumn<AuditLine> sheet(String label, Function<AuditLine, @Nullable Object> value) {
        return new SheetColumn<>(label, value);
    }

    @Bean
    Listing<AuditLine> listOfEvents() {
        return LISTING;
    }
}
