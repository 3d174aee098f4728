package io.shouqi.workflow;

import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Something that was noticed in a model.
 *
 * @param element id of the element in the diagram or of the field in the form; empty where it is the model as a whole
 * @param name what the diagram calls it; its id where it has no name
 * @param code key of the message in the bundles
 * @param arguments texts that the message names; one that is itself a key ({@code models.…}) stands for its message
 */
public record ModelFinding(String element, String name, String code, List<String> arguments, Severity severity) {

    private static final String KEYS = "models.";

    public enum Severity {
        /** It cannot be published like this. */
        ERROR,
        /** It can, but somebody should look. */
        WARNING
    }

    static ModelFinding error(String element, String name, String code, String... arguments) {
        return new ModelFinding(element, name, code, List.of(arguments), Severity.ERROR);
    }

    static ModelFinding warning(String element, String name, String code, String... arguments) {
        return new ModelFinding(element, name, code, List.of(arguments), Severity.WARNING);
    }

    /** The arguments as the message takes them: those that are keys are looked up, in its language. */
    public List<Object> words() {
        return arguments.stream().map(ModelFinding::word).toList();
    }

    private static Object word(String argument) {
        return argument.startsWith(KEYS)
                ? new DefaultMessageSourceResolvable(
                        new String[] {argument}, argument.substring(argument.lastIndexOf('.') + 1))
                : argument;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
