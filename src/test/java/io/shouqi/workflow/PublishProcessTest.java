package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishProcessTest extends ProcessTest {

    private static final String PROCESS = "resolve-suspense";
    private static final String TASK = "userTask_resolveSuspense";
    private static final Map<String, Object> YES = Map.of("decision", "APPROVE");

    @Autowired
    ModelDrafts drafts;

    @Autowired
    ModelPublishing publishing;

    @Autowired
    Models models;

    /** The other tests of this context know the shipped process. */
    @AfterEach
    void backToWhatWasShipped() {
        if (inForce() > 1) {
            publish(
                    new String(models.content(People.COMPANY, ModelKind.PROCESS, PROCESS, 1), StandardCharsets.UTF_8),
                    "STAY");
        }
    }

    @Test
    void what_the_director_approves_is_in_force_for_new_cases_and_the_old_ones_stay() {
        var old = start(PROCESS);
        var version = inForce();

        var draft = publish(renamed(), "STAY");

        assertThat(draft.status()).isEqualTo(ModelStatus.PUBLISHED);
        assertThat(draft.publishedVersion()).isEqualTo(version + 1);
        assertThat(inForce()).isEqualTo(version + 1);
        assertThat(instance(PROCESS, key).getProcessDefinitionId()).isEqualTo(old.getProcessDefinitionId());
        key = key + "-new";
        assertThat(start(PROCESS).getProcessDefinitionId()).isNotEqualTo(old.getProcessDefinitionId());
        assertThat(task("sun", key).step()).isEqualTo("处理没认领的款");
    }

    @Test
    void two_hundred_running_cases_move_to_the_new_version_and_end() {
        var keys = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            keys.add(key + "-" + i);
            processes.start(People.COMPANY, PROCESS, key + "-" + i, Map.of());
        }
        var version = inForce();
        var draft = draft(renamed());
        var outlook = publishing.outlook(people.named("shen"), draft.id());
        assertThat(outlook).singleElement().satisfies(from -> {
            assertThat(from.cases()).isEqualTo(200);
            assertThat(from.isComplete()).isTrue();
            assertThat(from.waiting())
                    .extracting(MigrationOutlook.Waiting::element)
                    .contains(TASK);
        });
        assertThat(inForce()).as("looking ahead deploys nothing").isEqualTo(version);

        submitted(draft, "MIGRATE");
        approve(draft);
        assertThat(publishing.progress(people.named("shen"), draft.id())).isEmpty();
        runJobs();

        assertThat(publishing.progress(people.named("shen"), draft.id()))
                .singleElement()
                .satisfies(progress -> {
                    assertThat(progress.isDone()).isTrue();
                    assertThat(progress.cases()).isEqualTo(200);
                });
        assertThat(running(version)).isZero();
        assertThat(running(version + 1)).isEqualTo(200);
        for (var each : keys) {
            complete("sun", each, Map.of("action", "KEEP"));
        }
        runJobs();
        assertThat(running(version + 1)).isZero();
        assertThat(keys).noneMatch(each -> processes.running(PROCESS, each));
    }

    @Test
    void cases_at_a_step_that_is_gone_stay_with_their_version() {
        start(PROCESS);
        var version = inForce();
        var draft = draft(shipped().replace(TASK, "userTask_followUpOverdue"));

        assertThat(publishing.outlook(people.named("shen"), draft.id()))
                .singleElement()
                .satisfies(from -> assertThat(from.waiting()).anySatisfy(waiting -> {
                    assertThat(waiting.element()).isEqualTo(TASK);
                    assertThat(waiting.moves()).isFalse();
                    assertThat(waiting.cases()).isEqualTo(1);
                }));
        submitted(draft, "MIGRATE");
        approve(draft);
        runJobs();

        assertThat(running(version)).isEqualTo(1);
    }

    @Test
    void the_author_approves_nothing_and_neither_does_a_manager() {
        var draft = submitted(draft(renamed()), "STAY");

        assertThatThrownBy(() -> task("shen", draft.submission())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> task("li", draft.submission())).isInstanceOf(Refusal.class);
        publishing.withdraw(people.named("shen"), draft.id());
        assertThat(openTasks(draft.submission())).isZero();
    }

    @Test
    void a_draft_that_was_rejected_never_comes_into_force() {
        var version = inForce();
        var draft = submitted(draft(renamed()), "STAY");

        complete("han", draft.submission(), Map.of("decision", "REJECT", "comment", "名称不清楚"));

        var after = drafts.find(people.named("shen"), draft.id());
        assertThat(after.status()).isEqualTo(ModelStatus.REJECTED);
        assertThat(after.opinion()).isEqualTo("名称不清楚");
        assertThat(inForce()).isEqualTo(version);
    }

    @Test
    void what_was_taken_back_can_be_changed_and_handed_in_again() {
        var analyst = people.named("shen");
        var draft = submitted(draft(renamed()), "STAY");
        assertThatThrownBy(() -> drafts.save(analyst, draft.id(), draft.revision(), new byte[] {1}))
                .isInstanceOf(Refusal.class);

        var back = publishing.takeBack(analyst, draft.id());
        assertThat(openTasks(draft.submission())).isZero();
        var saved = drafts.save(
                analyst,
                draft.id(),
                back.revision(),
                renamed().replace("没认领", "不明").getBytes(StandardCharsets.UTF_8));

        assertThat(submitted(saved, "STAY").status()).isEqualTo(ModelStatus.IN_REVIEW);
    }

    @Test
    void a_draft_with_mistakes_is_not_handed_in() {
        var draft = draft(shipped().replace("${closeSuspense}", "${dataSource}"));

        assertThatThrownBy(() -> submitted(draft, "STAY")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.fields()).anyMatch(field -> field.code().equals("models.finding.value"));
        });
    }

    @Test
    void of_two_drafts_the_later_one_is_told_that_the_first_came_into_force() {
        var first = draft(renamed());
        var second = submitted(draft(renamed()), "STAY");
        submitted(first, "STAY");
        approve(first);

        assertThatThrownBy(() -> approve(second))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("models.newer"));
        publishing.withdraw(people.named("shen"), second.id());
    }

    @Test
    void the_changes_are_told_in_words() {
        var draft = draft(renamed());

        var before = models.content(People.COMPANY, ModelKind.PROCESS, PROCESS, draft.baseVersion());
        var after = drafts.content(people.named("shen"), draft.id());
        assertThat(publishing.changes(ModelKind.PROCESS, before, after))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(ModelChange.Kind.CHANGED);
                    assertThat(change.element()).isEqualTo(TASK);
                    assertThat(change.name()).isEqualTo("处理没认领的款");
                });
    }

    @Test
    void a_company_keeps_its_own_version_when_the_product_ships_again() {
        publish(renamed(), "STAY");
        var version = inForce();

        deployments.seed(People.COMPANY);

        assertThat(inForce()).isEqualTo(version);
    }

    private ModelDraft publish(String content, String running) {
        var draft = submitted(draft(content), running);
        approve(draft);
        return drafts.find(people.named("shen"), draft.id());
    }

    private ModelDraft draft(String content) {
        return drafts.upload(
                people.named("shen"), ModelKind.PROCESS, PROCESS, content.getBytes(StandardCharsets.UTF_8), "改名称");
    }

    private ModelDraft submitted(ModelDraft draft, String running) {
        return publishing.submit(people.named("shen"), draft.id(), running, inForce());
    }

    private void approve(ModelDraft draft) {
        var submission = drafts.find(people.named("shen"), draft.id()).submission();
        tasks.complete(task("han", submission).id(), people.named("han"), YES);
    }

    private int inForce() {
        return models.inForce(People.COMPANY, ModelKind.PROCESS, PROCESS).version();
    }

    private long running(int version) {
        return models.find(People.COMPANY, ModelKind.PROCESS, PROCESS, version).running();
    }

    private static String shipped() {
        try (var file = PublishProcessTest.class.getResourceAsStream("/processes/" + PROCESS + ".bpmn")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String renamed() {
        return shipped().replaceFirst("(<bpmn:userTask id=\"" + TASK + "\" name=\")[^\"]*", "$1处理没认领的款");
    }
}
