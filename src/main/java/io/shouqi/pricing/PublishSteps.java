package io.shouqi.pricing;

import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ProcessStep;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of the process {@code publish-rules}. Its business key is the number of the submission. */
@Configuration(proxyBeanMethods = false)
class PublishSteps {

    private final RuleVersions versions;

    PublishSteps(RuleVersions versions) {
        this.versions = versions;
    }

    /** What does not stand a second look goes back to its author. */
    @Bean
    ProcessStep validateRules(RuleReviews reviews) {
        return step -> {
            var version = version(step.businessKey());
            var sound = reviews.of(version).stream().noneMatch(Mistake::isError);
            if (!sound) {
                versions.move(version, RuleStatus.DRAFT);
            }
            step.set("sound", sound);
        };
    }

    /** Finds out what the version changes in money, and from that who decides. */
    @Bean
    ProcessStep replayRules(Replays replays, RuleLevels levels) {
        return step -> {
            // the author may have taken it back meanwhile, and even have submitted it again
            var version =
                    versions.bySubmission(step.businessKey()).filter(found -> found.status() == RuleStatus.IN_REVIEW);
            step.set("inReview", version.isPresent());
            version.ifPresent(found -> step.set(
                    "approver",
                    levels.of(found, replays.forReview(found)).get(0).name()));
        };
    }

    /** From the commit on it prices. Compiled before, so that nothing waits for it then. */
    @Bean
    ProcessStep publishRules(
            RuleDecisions decisions,
            RulesInForce rules,
            Replays replays,
            ApplicationEventPublisher events,
            Clock clock) {
        return step -> {
            var version = version(step.businessKey());
            var said = decisions.of(step.businessKey());
            var last = said.get(said.size() - 1);
            rules.prepare(DecisionTables.need(version.tableCode()), version);
            versions.publish(version, last.decidedBy(), last.decidedByName());
            events.publishEvent(new RulesPublished(version.company(), version.tableCode(), version.version()));
            if (version.validFrom().isBefore(BusinessTime.today(clock))) {
                replays.retroactive(version, last.decidedByName());
            }
        };
    }

    private StoredVersion version(String submission) {
        return versions.bySubmission(submission).orElseThrow(() -> Refusal.unknown("request.unknown"));
    }
}
