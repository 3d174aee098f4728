package io.shouqi.portal.rules;

import io.shouqi.identity.Actor;
import io.shouqi.pricing.RuleReaders;
import io.shouqi.pricing.RuleStatus;
import io.shouqi.pricing.RuleTables;
import io.shouqi.pricing.TableVersion;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of a company, each with where it stands today. */
@Component
class RuleShelf {

    private final RuleTables tables;
    private final Clock clock;

    RuleShelf(RuleTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @param inForce what prices today; null where nothing does yet
     * @param coming published, but for days to come; the next first
     * @param versions of the table, the newest first
     */
    record Table(
            RuleTables.Table table,
            @Nullable TableVersion inForce,
            List<TableVersion> coming,
            List<TableVersion> versions) {

        public long drafts() {
            return count(RuleStatus.DRAFT);
        }

        public long inReview() {
            return count(RuleStatus.IN_REVIEW);
        }

        private long count(RuleStatus status) {
            return versions.stream()
                    .filter(version -> version.status() == status)
                    .count();
        }

        public boolean isInForce(TableVersion version) {
            return inForce != null && inForce.version() == version.version();
        }
    }

    List<Table> of(Actor actor) {
        return tables.tables().stream().map(table -> table(actor, table)).toList();
    }

    Table of(Actor actor, String code) {
        var versions = tables.versions(actor.company(), code);
        return tables.tables().stream()
                .filter(table -> table.code().equals(code))
                .findFirst()
                .map(table -> table(actor, table, versions))
                .orElseThrow();
    }

    private Table table(Actor actor, RuleTables.Table table) {
        return table(actor, table, tables.versions(actor.company(), table.code()));
    }

    private Table table(Actor actor, RuleTables.Table table, List<TableVersion> versions) {
        var today = BusinessTime.today(clock);
        var readable = versions.stream()
                .filter(version -> RuleReaders.mayRead(actor, version))
                .toList();
        return new Table(table, inForce(readable, today).orElse(null), coming(readable, today), readable);
    }

    /** Of the versions for days gone by the one for the latest day; of two for the same day the one published last. */
    private static Optional<TableVersion> inForce(List<TableVersion> versions, LocalDate today) {
        return versions.stream()
                .filter(RuleShelf::published)
                .filter(version -> !version.validFrom().isAfter(today))
                .max(Comparator.comparing(TableVersion::validFrom)
                        .thenComparing(version -> Objects.requireNonNull(version.publishedAt()))
                        .thenComparing(TableVersion::version));
    }

    private static List<TableVersion> coming(List<TableVersion> versions, LocalDate today) {
        return versions.stream()
                .filter(RuleShelf::published)
                .filter(version -> version.validFrom().isAfter(today))
                .sorted(Comparator.comparing(TableVersion::validFrom))
                .toList();
    }

    private static boolean published(TableVersion version) {
        return version.status() == RuleStatus.PUBLISHED;
    }
}
