package io.shouqi.portal.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouqi.identity.Role;
import io.shouqi.workflow.ModelKind;
import io.shouqi.workflow.ModelSummary;
import io.shouqi.workflow.ModelVersion;
import io.shouqi.workflow.ModelWords;
import io.shouqi.workflow.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What analysts pick for an element of a drawing instead of writing expressions: the steps, user tasks and processes
 * there are, as element templates of the modeler.
 */
@Component
class ElementTemplates {

    private static final String HIDDEN = "Hidden";
    private static final String TEXT = "String";
    private static final String LIST = "Dropdown";

    /** The flag by which processes name a role that was found out before. */
    private static final String FOUND_ROLE = "${approver}";

    private final ModelWords words;
    private final Models models;
    private final MessageSource messages;

    ElementTemplates(ModelWords words, Models models, MessageSource messages) {
        this.words = words;
        this.models = models;
        this.messages = messages;
    }

    /** @param entriesVisible whether the panel shows its own entries too */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Template(
            String id,
            String name,
            @Nullable String description,
            List<String> appliesTo,
            boolean entriesVisible,
            List<Property> properties) {}

    /** @param value what a newly picked template sets */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Property(
            String type,
            @Nullable String label,
            @Nullable String description,
            @Nullable Object value,
            Binding binding,
            @Nullable List<Choice> choices) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Binding(String type, @Nullable String name) {

        static Binding attribute(String name) {
            return new Binding("property", name);
        }
    }

    record Choice(String name, String value) {}

    /** @param key of the process that is drawn, which cannot call itself */
    List<Template> of(String company, String key, Locale locale) {
        var all = models.list(company).stream().map(ModelSummary::inForce).toList();
        var forms = all.stream().filter(model -> model.kind() == ModelKind.FORM).toList();
        var templates = new ArrayList<Template>();
        words.steps().forEach(step -> templates.add(step(step, locale)));
        words.tasks().forEach(task -> templates.add(task(task, forms, locale)));
        all.stream()
                .filter(model ->
                        model.kind() == ModelKind.PROCESS && !model.key().equals(key))
                .forEach(process -> templates.add(call(process, locale)));
        return templates;
    }

    private Template step(String step, Locale locale) {
        return new Template(
                "step:" + step,
                named("models.step." + step, step, locale),
                named("models.step." + step + ".text", "", locale),
                List.of("bpmn:ServiceTask"),
                false,
                List.of(
                        hidden("camunda:delegateExpression", "${" + step + "}"),
                        new Property(
                                "Boolean",
                                text("models.template.apart", locale),
                                text("models.template.apart.why", locale),
                                true,
                                Binding.attribute("camunda:asyncBefore"),
                                null)));
    }

    private Template task(String task, List<ModelVersion> forms, Locale locale) {
        return new Template(
                "task:" + task,
                named("models.desk." + task, task, locale),
                text("models.template.task", locale),
                List.of("bpmn:UserTask"),
                false,
                List.of(
                        hidden("id", task),
                        choice("camunda:candidateGroups", "models.template.role", null, roles(locale), locale),
                        choice(
                                "camunda:formRef",
                                "models.template.form",
                                formOf(task, forms),
                                forms(forms, locale),
                                locale),
                        hidden("camunda:formRefBinding", "latest")));
    }

    /** The one that was made for it, where there is one of that name. */
    private static @Nullable String formOf(String task, List<ModelVersion> forms) {
        return forms.stream()
                .map(ModelVersion::key)
                .filter(form -> task.endsWith("_" + form))
                .findFirst()
                .orElse(null);
    }

    private List<Choice> roles(Locale locale) {
        var choices = new ArrayList<Choice>();
        Arrays.stream(Role.values())
                .map(role -> new Choice(text("role." + role, locale), role.name()))
                .forEach(choices::add);
        choices.add(new Choice(text("models.template.foundRole", locale), FOUND_ROLE));
        return choices;
    }

    private List<Choice> forms(List<ModelVersion> forms, Locale locale) {
        return forms.stream()
                .map(form -> new Choice(
                        messages.getMessage("models.form." + form.key(), null, form.title(), locale) + "（" + form.key()
                                + "）",
                        form.key()))
                .toList();
    }

    private Template call(ModelVersion process, Locale locale) {
        return new Template(
                "call:" + process.key(),
                text("models.template.call", locale, process.title()),
                null,
                List.of("bpmn:CallActivity"),
                true,
                List.of(
                        hidden("calledElement", process.key()),
                        new Property(
                                TEXT,
                                text("models.template.number", locale),
                                text("models.template.number.why", locale),
                                null,
                                new Binding("camunda:in:businessKey", null),
                                null)));
    }

    private static Property hidden(String attribute, String value) {
        return new Property(HIDDEN, null, null, value, Binding.attribute(attribute), null);
    }

    private Property choice(
            String attribute, String label, @Nullable String value, List<Choice> choices, Locale locale) {
        return new Property(LIST, text(label, locale), null, value, Binding.attribute(attribute), choices);
    }

    /** A module that was added may have brought no words: its steps can be picked all the same. */
    private String named(String code, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(code, null, otherwise, locale));
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
