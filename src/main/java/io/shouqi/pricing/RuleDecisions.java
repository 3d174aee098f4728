package io.shouqi.pricing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.workflow.Opinion;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the people who were asked said to a version. */
@Component
@Transactional
class RuleDecisions {

    /** @param decidedFor the absent colleague who was stood in for */
    record Decision(
            Role role,
            UUID decidedBy,
            String decidedByName,
            @Nullable UUID decidedFor,
            boolean agreed,
            @Nullable String comment,
            Instant decidedAt) {

        boolean seenBy(Actor actor) {
            return actor.sharesEyesWith(decidedBy) || (decidedFor != null && actor.sharesEyesWith(decidedFor));
        }

        RuleOpinion shown() {
            return new RuleOpinion(role, decidedByName, agreed, comment, decidedAt);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of this review, in their order. */
    List<Decision> of(String submission) {
        return jdbc.sql("""
                        select role, decided_by, decided_by_name, decided_for, agreed, comment, decided_at
                          from rule_decision where submission = ? order by level
                        """).param(submission).query(Decision.class).list();
    }

    /** Of all reviews of a version, in their order. */
    List<Decision> ofVersion(UUID version) {
        return jdbc.sql("""
                        select role, decided_by, decided_by_name, decided_for, agreed, comment, decided_at
                          from rule_decision where version_id = ? order by decided_at, level
                        """).param(version).query(Decision.class).list();
    }

    void add(StoredVersion version, Role role, Actor actor, Opinion opinion) {
        jdbc.sql("""
                        insert into rule_decision(id, version_id, submission, level, role, decided_by, decided_by_name,
                                                  decided_for, agreed, comment, decided_at)
                        select :id, :version, :submission,
                               (select count(*) + 1 from rule_decision where submission = :submission),
                               :role, :by, :name, :for, :agreed, :comment, :now
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("version", version.id())
                .param("submission", version.submission())
                .param("role", role.name())
                .param("by", actor.id())
                .param("name", actor.name())
                .param("for", actor.onBehalfOf())
                .param("agreed", opinion.agreed())
                .param("comment", opinion.comment())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
