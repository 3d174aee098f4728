package io.shouqi.pricing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of every company's decision tables, and the compiled one that decides a case. */
@Service
public class RuleTables {

    private static final Pattern SHIPPED = Pattern.compile("(.+)-(\\d{4}-\\d{2}-\\d{2})\\.xlsx");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ConcurrentHashMap<Key, List<TableVersion>> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<VersionKey, CompiledTable> compiled = new ConcurrentHashMap<>();

    RuleTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(String company, String table) {}

    private record VersionKey(String company, String table, int version) {}

    /** A compiled table and the version it is. */
    record InForce(TableVersion version, CompiledTable table) {}

    /** The table that decides cases of a day. @throws Refusal where none was in force then */
    InForce on(String company, TableDefinition table, LocalDate day) {
        var version = published(company, table.code()).stream()
                .filter(v -> !v.validFrom().isAfter(day))
                .max(Comparator.comparing(TableVersion::validFrom).thenComparingInt(TableVersion::version))
                .orElseThrow(() -> Refusal.invalid("signedOn", "pricing.noVersion", table.title(), day));
        return new InForce(version, compiled(company, table, version.version()));
    }

    private List<TableVersion> published(String company, String table) {
        return known.computeIfAbsent(new Key(company, table), k -> versions(company, table));
    }

    private CompiledTable compiled(String company, TableDefinition table, int version) {
        return compiled.computeIfAbsent(
                new VersionKey(company, table.code(), version),
                k -> CompiledTable.of(table, WorkbookReader.read(table, content(company, table.code(), version))));
    }

    public List<TableVersion> versions(String company, String table) {
        return jdbc.sql("""
                        select table_code as "table", title, version, valid_from, status from rule_version
                         where company = ? and table_code = ? order by version
                        """).params(company, table).query(TableVersion.class).list();
    }

    /** The newest version of each table. */
    public List<TableVersion> latest(String company) {
        return Tables.ALL.stream()
                .map(t -> versions(company, t.code()))
                .filter(v -> !v.isEmpty())
                .map(v -> v.get(v.size() - 1))
                .toList();
    }

    /**
     * The workbook as it was published.
     *
     * @param version a number or {@code latest}
     */
    public byte[] workbook(String company, String table, String version) {
        return content(company, table, find(company, table, version).version());
    }

    /** @throws Refusal 404 where there is no such table or version */
    public TableVersion find(String company, String table, String version) {
        var all = versions(company, Tables.of(table).code());
        return all.stream()
                .filter(v -> version.equals("latest")
                        ? v.equals(all.get(all.size() - 1))
                        : version.equals(String.valueOf(v.version())))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("pricing.table.unknown", table));
    }

    private byte[] content(String company, String table, int version) {
        return jdbc.sql("select content from rule_version where company = ? and table_code = ? and version = ?")
                .params(company, table, version)
                .query((rs, i) -> rs.getBytes(1))
                .single();
    }

    /** Gives a company the shipped tables it does not have; never touches what it has. */
    @Transactional
    public void seed(String company) {
        for (var file : shipped()) {
            var name = SHIPPED.matcher(String.valueOf(file.getFilename()));
            if (name.matches()) {
                add(company, Tables.of(name.group(1)), LocalDate.parse(name.group(2)), read(file));
            }
        }
        known.keySet().removeIf(k -> k.company().equals(company));
    }

    private void add(String company, TableDefinition table, LocalDate validFrom, byte[] content) {
        WorkbookReader.read(table, content);
        jdbc.sql("""
                        insert into rule_version(id, company, table_code, title, version, valid_from, status, content, created_at)
                        select :id, :company, :table, :title, coalesce(max(version), 0) + 1, :from, 'PUBLISHED', :content, :now
                          from rule_version where company = :company and table_code = :table
                        having not exists (select 1 from rule_version
                                            where company = :company and table_code = :table and valid_from = :from)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("company", company)
                .param("table", table.code())
                .param("title", table.title())
                .param("from", validFrom)
                .param("content", content)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static List<Resource> shipped() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:rules/*.xlsx"))
                    .sorted(Comparator.comparing(r -> Objects.requireNonNull(r.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
