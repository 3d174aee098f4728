package io.shouqi.portal.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.workflow.ModelKind;
import io.shouqi.workflow.ModelWords;
import io.shouqi.workflow.Models;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShouqiTest
class ElementTemplatesTest {

    @Autowired
    Shop shop;

    @Autowired
    ElementTemplates templates;

    @Autowired
    ModelWords words;

    @Autowired
    Models models;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void every_step_task_and_other_process_can_be_picked_by_name_in_both_languages() {
        for (var language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            var offered = templates.of(Shop.COMPANY, "collect-receivable", language);

            assertThat(words.steps())
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(offered)
                            .anyMatch(template -> template.id().equals("step:" + step)));
            assertThat(words.tasks())
                    .isNotEmpty()
                    .allSatisfy(task -> assertThat(offered)
                            .anyMatch(template -> template.id().equals("task:" + task)));
            assertThat(offered)
                    .anyMatch(template -> template.id().equals("call:approve-exception"))
                    .noneMatch(template -> template.id().equals("call:collect-receivable"));
        }
    }

    @Test
    void a_step_writes_the_expression_that_nobody_has_to_know() {
        var step = templates.of(Shop.COMPANY, "collect-receivable", Locale.CHINA).stream()
                .filter(template -> template.id().equals("step:askForPayment"))
                .findFirst()
                .orElseThrow();

        assertThat(step.name()).isEqualTo("通知付款");
        assertThat(step.properties().get(0).value()).isEqualTo("${askForPayment}");
        assertThat(step.properties().get(0).binding().name()).isEqualTo("camunda:delegateExpression");
    }

    @Test
    void a_user_task_comes_with_the_form_that_was_made_for_it() {
        var task = templates.of(Shop.COMPANY, "collect-receivable", Locale.CHINA).stream()
                .filter(template -> template.id().equals("task:userTask_followUpOverdue"))
                .findFirst()
                .orElseThrow();

        assertThat(task.properties())
                .filteredOn(property -> Objects.equals(property.binding().name(), "camunda:formRef"))
                .singleElement()
                .satisfies(form -> assertThat(form.value()).isEqualTo("followUpOverdue"));
    }

    @Test
    void no_form_is_called_like_a_process() {
        assertThat(models.list(Shop.COMPANY))
                .isNotEmpty()
                .allSatisfy(model -> assertThat(
                                models.kind(Shop.COMPANY, model.inForce().key()))
                        .isEqualTo(model.inForce().kind()));
        assertThat(models.kind(Shop.COMPANY, "followUpOverdue")).isEqualTo(ModelKind.FORM);
    }
}
