package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishFormTest extends ProcessTest {

    private static final String FORM = "resolveSuspense";

    @Autowired
    ModelDrafts drafts;

    @Autowired
    ModelPublishing publishing;

    @Autowired
    Models models;

    /** The other tests of this context know the shipped form. */
    @AfterEach
    void backToWhatWasShipped() {
        if (inForce() > 1) {
            publish(content(1));
        }
    }

    @Test
    void a_form_that_the_director_approves_is_what_the_next_task_shows() {
        var version = inForce();

        var draft = publish(relabelled());

        assertThat(draft.status()).isEqualTo(ModelStatus.PUBLISHED);
        assertThat(draft.publishedVersion()).isEqualTo(version + 1);
        assertThat(draft.running()).isEqualTo(RunningCases.STAY);
        assertThat(inForce()).isEqualTo(version + 1);
        start("resolve-suspense");
        assertThat(String.valueOf(open("sun", key).schema())).contains("这笔款怎么办");
    }

    @Test
    void its_changes_are_told_field_by_field() {
        var changes = publishing.changes(
                ModelKind.FORM,
                content(1).getBytes(StandardCharsets.UTF_8),
                relabelled().getBytes(StandardCharsets.UTF_8));

        assertThat(changes)
                .extracting(ModelChange::kind, ModelChange::element, ModelChange::name)
                .containsExactly(tuple(ModelChange.Kind.CHANGED, "action", "这笔款怎么办"));
        assertThat(changes.get(0).isRenamed()).isTrue();
    }

    @Test
    void the_director_reads_in_the_task_what_changes() {
        var draft = submitted(relabelled());

        var task = open("han", draft.submission());

        assertThat(String.valueOf(task.data().get("changes"))).contains("修改：这笔款怎么办");
        assertThat(String.valueOf(task.data().get("address")))
                .isEqualTo("/processes/" + FORM + "/drafts/" + draft.id());
        publishing.withdraw(people.named("shen"), draft.id());
    }

    private ModelDraft publish(String content) {
        var submission = submitted(content).submission();
        tasks.complete(task("han", submission).id(), people.named("han"), Map.of("decision", "APPROVE"));
        return drafts.submitted(people.named("shen"), submission);
    }

    private ModelDraft submitted(String content) {
        var analyst = people.named("shen");
        var draft = drafts.upload(analyst, ModelKind.FORM, FORM, content.getBytes(StandardCharsets.UTF_8), "说清楚");
        return publishing.submit(analyst, draft.id(), null, inForce());
    }

    private OpenTask open(String username, String businessKey) {
        return tasks.open(task(username, businessKey).id(), people.named(username));
    }

    private int inForce() {
        return models.inForce(People.COMPANY, ModelKind.FORM, FORM).version();
    }

    private String content(int version) {
        return new String(models.content(People.COMPANY, ModelKind.FORM, FORM, version), StandardCharsets.UTF_8);
    }

    private String relabelled() {
        return content(1).replaceFirst("(\"key\": \"action\",\\s*\"label\": \")[^\"]*", "$1这笔款怎么办");
    }
}
