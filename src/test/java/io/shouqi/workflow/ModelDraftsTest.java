package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ModelDraftsTest extends ProcessTest {

    private static final String PROCESS = "resolve-suspense";

    @Autowired
    ModelDrafts drafts;

    @Autowired
    Models models;

    @Test
    void what_the_product_ships_passes_its_own_checks() {
        var analyst = people.named("shen");

        for (var model : models.list(People.COMPANY)) {
            var inForce = model.inForce();
            if (inForce.key().equals("attacked")) {
                continue; // left by somebody who tampers with the database
            }
            var draft = drafts.from(analyst, inForce.kind(), inForce.key(), inForce.version(), "看看");
            assertThat(drafts.findings(analyst, draft.id())).as(inForce.key()).isEmpty();
        }
    }

    @Test
    void the_list_names_processes_and_forms_with_what_runs() {
        start(PROCESS);

        var found = models.list(People.COMPANY).stream()
                .filter(model -> model.inForce().key().equals(PROCESS))
                .findFirst()
                .orElseThrow();

        assertThat(found.inForce().title()).isNotEqualTo(PROCESS).isNotBlank();
        assertThat(found.running()).isEqualTo(1);
        assertThat(models.list(People.COMPANY))
                .anyMatch(model -> model.inForce().kind() == ModelKind.FORM
                        && model.inForce().key().equals("resolveSuspense"));
        assertThat(models.list(People.OTHER_COMPANY)).noneMatch(model -> model.running() > 0);
    }

    @Test
    void a_draft_full_of_mistakes_is_kept_to_the_last_character() {
        var analyst = people.named("shen");
        var draft = begin();
        var half = "<definitions><nonsense".getBytes(StandardCharsets.UTF_8);

        var saved = drafts.save(analyst, draft.id(), draft.revision(), half);

        assertThat(drafts.content(analyst, draft.id())).isEqualTo(half);
        assertThat(saved.title()).isEqualTo(draft.title());
        assertThat(drafts.findings(analyst, draft.id())).hasSize(1).allMatch(ModelFinding::isError);
    }

    @Test
    void of_two_open_pages_the_slower_one_is_told() {
        var analyst = people.named("shen");
        var draft = begin();
        var content = drafts.content(analyst, draft.id());
        drafts.save(analyst, draft.id(), draft.revision(), content);

        assertThatThrownBy(() -> drafts.save(analyst, draft.id(), draft.revision(), content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void only_an_analyst_of_the_whole_company_makes_a_draft() {
        for (var username : new String[] {"yang", "han", "wang"}) {
            assertThatThrownBy(() -> drafts.from(people.named(username), ModelKind.PROCESS, PROCESS, 1, "试试"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
    }

    @Test
    void a_draft_of_another_company_does_not_exist() {
        var draft = begin();

        assertThatThrownBy(() -> drafts.find(people.named("wu"), draft.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN));
    }

    @Test
    void a_form_keeps_the_fields_that_the_work_behind_it_reads() {
        var analyst = people.named("shen");
        var draft =
                drafts.upload(analyst, ModelKind.FORM, "approveException", """
                        {"id": "approveException", "type": "default", "components": [
                          {"type": "html", "id": "h", "content": "<script>1</script>"},
                          {"type": "textarea", "key": "comment", "label": "说明"}]}
                        """.getBytes(StandardCharsets.UTF_8), "改表单");

        assertThat(drafts.findings(analyst, draft.id()))
                .extracting(ModelFinding::element, ModelFinding::code)
                .contains(tuple("h", "models.finding.fieldKind"), tuple("decision", "models.finding.fieldGone"));
    }

    private ModelDraft begin() {
        var inForce = models.inForce(People.COMPANY, ModelKind.PROCESS, PROCESS);
        return drafts.from(people.named("shen"), ModelKind.PROCESS, PROCESS, inForce.version(), "缩短等待");
    }
}
