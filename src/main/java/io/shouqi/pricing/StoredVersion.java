package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version without its workbook.
 *
 * @param author null for what came with the product
 * @param authorFor the absent colleague whose work it is
 * @param sha256 of the workbook, in hex
 * @param publishedAs its place in the order of publications; 0 where it is not published
 */
record StoredVersion(
        UUID id,
        String company,
        String tableCode,
        String title,
        int version,
        LocalDate validFrom,
        RuleStatus status,
        @Nullable Integer baseVersion,
        String reason,
        @Nullable UUID author,
        String authorName,
        @Nullable UUID authorFor,
        String sha256,
        Instant createdAt,
        Instant changedAt,
        int revision,
        @Nullable String submission,
        @Nullable Instant submittedAt,
        @Nullable String approverName,
        @Nullable Instant publishedAt,
        long publishedAs) {

    /** Of those that hold on a day the greatest counts: the latest first day, and of one day the latest publication. */
    static final Comparator<StoredVersion> PRECEDENCE =
            Comparator.comparing(StoredVersion::validFrom).thenComparing(StoredVersion::publishedAs);

    TableVersion shown() {
        return new TableVersion(
                tableCode,
                title,
                version,
                validFrom,
                status,
                baseVersion,
                reason,
                authorName,
                createdAt,
                changedAt,
                submittedAt,
                approverName,
                publishedAt,
                revision,
                sha256);
    }

    boolean isBy(Actor actor) {
        return (author != null && actor.sharesEyesWith(author))
                || (authorFor != null && actor.sharesEyesWith(authorFor));
    }

    /** Four eyes begin with the first pair: nobody changes what somebody else will answer for. */
    StoredVersion requireAuthor(Actor actor) {
        if (!isBy(actor)) {
            throw Refusal.forbidden("rules.draft.other", authorName);
        }
        return this;
    }

    StoredVersion require(RuleStatus expected) {
        if (status != expected) {
            throw Refusal.conflict("rules.version." + status, title, version);
        }
        return this;
    }

    StoredVersion requireRevision(int expected) {
        if (revision != expected) {
            throw Refusal.conflict("rules.version.changed", title, version);
        }
        return this;
    }

    boolean knownAt(@Nullable Instant at) {
        return at == null || (publishedAt != null && !publishedAt.isAfter(at));
    }
}
