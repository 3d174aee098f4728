package io.shouqi.pricing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.pricing.sheet.TableForm;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored versions of each company's tables. A version never changes. */
@Repository
@Transactional
class RuleVersions {

    static final String PUBLISHED = "PUBLISHED";

    /** @param sha256 of the workbook, in hex */
    record Stored(
            UUID id, String tableCode, String title, int version, LocalDate validFrom, String status, String sha256) {

        TableVersion shown() {
            return new TableVersion(tableCode, title, version, validFrom, status);
        }
    }

    private static final String COLUMNS =
            "select id, table_code, title, version, valid_from, status, sha256 from rule_version ";

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Published versions, the oldest first. */
    List<Stored> published(String company, String table) {
        return jdbc.sql(COLUMNS + "where company = ? and table_code = ? and status = ? order by version")
                .params(company, table, PUBLISHED)
                .query(Stored.class)
                .list();
    }

    /** Of every table the newest published version. */
    List<Stored> latest(String company) {
        return jdbc.sql("select distinct on (table_code) id, table_code, title, version, valid_from, status, sha256"
                        + " from rule_version where company = ? and status = ? order by table_code, version desc")
                .params(company, PUBLISHED)
                .query(Stored.class)
                .list();
    }

    /** One of each workbook in use, whichever companies share it. */
    List<Stored> everyWorkbook() {
        return jdbc
                .sql("select distinct on (sha256) id, table_code, title, version, valid_from, status, sha256"
                        + " from rule_version where status = ? order by sha256, version desc")
                .param(PUBLISHED)
                .query(Stored.class)
                .list()
                .stream()
                .sorted(Comparator.comparing(Stored::validFrom).reversed())
                .toList();
    }

    byte[] workbook(UUID id) {
        return jdbc.sql("select content from rule_version where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** @return the number of the new version, or empty where another node was faster */
    Optional<Integer> publish(String company, TableForm form, LocalDate validFrom, byte[] workbook, byte[] sha256) {
        return jdbc.sql("""
                        insert into rule_version(id, company, table_code, version, valid_from, status, title, content,
                                                 sha256, created_at)
                        select ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?
                          from rule_version where company = ? and table_code = ?
                        on conflict do nothing returning version
                        """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        company,
                        form.code(),
                        validFrom,
                        PUBLISHED,
                        form.title(),
                        workbook,
                        HexFormat.of().formatHex(sha256),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        company,
                        form.code())
                .query(Integer.class)
                .optional();
    }
}
