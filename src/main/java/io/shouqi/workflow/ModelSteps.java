package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of the process {@code publish-process}. Its business key is the number of the submission. */
@Configuration(proxyBeanMethods = false)
class ModelSteps {

    private final ModelDraftTable drafts;
    private final ModelReviews reviews;
    private final Models models;

    ModelSteps(ModelDraftTable drafts, ModelReviews reviews, Models models) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.models = models;
    }

    /** What does not stand a second look goes back to its author. */
    @Bean
    ProcessStep validateModel() {
        return step -> {
            var draft = draft(step);
            var sound = reviews.of(draft).stream().noneMatch(ModelFinding::isError);
            if (!sound) {
                drafts.move(draft, ModelStatus.DRAFT);
            }
            step.set("sound", sound);
        };
    }

    /** From the commit on, new cases begin with it. Whoever approved hears of what changed since it was handed in. */
    @Bean
    ProcessStep publishModel(Deployments deployments) {
        return step -> {
            var draft = draft(step).require(ModelStatus.IN_REVIEW);
            var content = drafts.content(draft.id());
            requireStillRight(draft, content);
            var deployed = deployments.publish(draft.company(), draft.kind(), draft.key(), content);
            var processes = deployed.getDeployedProcessDefinitions();
            drafts.publish(
                    draft,
                    processes == null || processes.isEmpty()
                            ? draft.seenVersion() + 1
                            : processes.get(0).getVersion());
        };
    }

    private void requireStillRight(ModelDraft draft, byte[] content) {
        if (reviews.of(draft.company(), draft.kind(), draft.key(), content).stream()
                .anyMatch(ModelFinding::isError)) {
            throw Refusal.conflict("models.unsound", draft.title());
        }
        var newest = models.inForce(draft.company(), draft.kind(), draft.key()).version();
        if (newest != draft.seenVersion()) {
            throw Refusal.conflict("models.newer", newest);
        }
    }

    @Bean
    ProcessStep migrateCases(ModelMigrations migrations) {
        return step -> migrations.start(draft(step));
    }

    private ModelDraft draft(Step step) {
        return drafts.lockSubmission(step.businessKey()).orElseThrow(() -> Refusal.unknown("models.draft.unknown"));
    }
}
