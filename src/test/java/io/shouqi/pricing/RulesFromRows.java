package io.shouqi.pricing;

import io.shouqi.pricing.sheet.TableForm;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes rows the whole way, by workbook and Drools, and only keeps the workbooks in memory instead of the database. */
final class RulesFromRows extends RuleVersions {

    static final String COMPANY = "acme";

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    private final Map<String, List<StoredVersion>> stored = new HashMap<>();
    private final Map<UUID, byte[]> workbooks = new HashMap<>();

    RulesFromRows() {
        super(Mockito.mock(JdbcClient.class), Clock.systemUTC());
    }

    static RulesInForce of(TableForm form, String rows) {
        return new RulesFromRows().version(form, "2000-01-01", rows).inForce();
    }

    static PriceBook fees(String rows) {
        return new PriceBook(of(FeeForm.FORM, rows));
    }

    RulesFromRows version(TableForm form, String validFrom, String rows) {
        return version(form, LocalDate.parse(validFrom), Rows.workbook(form, rows));
    }

    RulesFromRows version(TableForm form, LocalDate validFrom, byte[] workbook) {
        return version(form, validFrom, START, workbook);
    }

    /** What was published at a moment. */
    RulesFromRows version(TableForm form, LocalDate validFrom, Instant publishedAt, byte[] workbook) {
        var id = UUID.randomUUID();
        var versions = stored.computeIfAbsent(form.code(), f -> new ArrayList<>());
        workbooks.put(id, workbook);
        var number = versions.size() + 1;
        versions.add(new StoredVersion(
                id,
                COMPANY,
                form.code(),
                form.title(),
                number,
                validFrom,
                RuleStatus.PUBLISHED,
                null,
                "",
                null,
                "",
                null,
                id.toString(),
                publishedAt,
                publishedAt,
                0,
                null,
                null,
                null,
                publishedAt,
                number));
        return this;
    }

    RulesInForce inForce() {
        return new RulesInForce(this);
    }

    @Override
    List<StoredVersion> published(String company, String table) {
        return company.equals(COMPANY) ? stored.getOrDefault(table, List.of()) : List.of();
    }

    @Override
    byte[] workbook(UUID id) {
        return workbooks.get(id);
    }
}
