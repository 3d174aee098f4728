package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A form's rules ran in a browser at best, so the server tries them again. */
class FormFieldsTest {

    private static final FormFields FORM =
            FormFields.of(JsonMapper.builder().build().readTree("""
            {"components": [
              {"type": "text", "text": "合同 {{contract}}"},
              {"type": "textfield", "key": "shown", "label": "只读", "disabled": true, "validate": {"required": true}},
              {"type": "radio", "key": "decision", "label": "审批意见", "validate": {"required": true},
               "values": [{"label": "批准", "value": "APPROVE"}, {"label": "驳回", "value": "REJECT"}]},
              {"type": "group", "components": [
                {"type": "textarea", "key": "note", "label": "说明", "validate": {"minLength": 2, "maxLength": 5}},
                {"type": "number", "key": "percent", "label": "折扣", "validate": {"min": 0, "max": 100}}]},
              {"type": "textfield", "key": "receivable", "label": "应收款", "validate": {"required": true},
               "conditional": {"hide": "=decision = \\"REJECT\\""}},
              {"type": "checkbox", "key": "withdraw", "label": "撤回"}]}
            """));

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertThat(wrong(Map.of())).containsExactly("decision");
        assertThat(wrong(Map.of("decision", "MAYBE"))).containsExactly("decision");
        assertThat(wrong(Map.of("decision", "APPROVE", "note", "一", "percent", 101)))
                .containsExactly("note", "percent");
        assertThat(wrong(Map.of("decision", "APPROVE", "note", "一二三四五六", "percent", "x")))
                .containsExactly("note", "percent");
    }

    @Test
    void what_the_form_only_shows_or_may_hide_is_not_missed() {
        assertThat(wrong(Map.of("decision", "REJECT", "note", "太低了", "percent", "5.5")))
                .isEmpty();
    }

    @Test
    void the_answers_read_as_the_form_asked_for_them() {
        assertThat(FORM.words(Map.of("decision", "REJECT", "note", "太低了", "withdraw", true, "shown", "x")))
                .isEqualTo("审批意见：驳回\n说明：太低了\n撤回");
        assertThat(FORM.words(Map.of("withdraw", false))).isNull();
    }

    @Test
    void only_answers_to_its_own_questions_are_kept() {
        assertThat(FORM.own(Map.of("note", "等", "shown", "forged", "more", "x")))
                .isEqualTo(Map.of("note", "等"));
    }

    private static List<String> wrong(Map<String, Object> answers) {
        var refusal = catchThrowableOfType(Refusal.class, () -> FORM.check(answers));
        return refusal == null
                ? List.of()
                : refusal.fields().stream().map(FieldError::field).toList();
    }
}
