package io.shouqi.portal.rehearsal;

import io.shouqi.shared.Refusal;
import io.shouqi.workflow.RehearsalChoice;
import io.shouqi.workflow.RehearsalChoice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The choices so far travel with the page, as nothing of a rehearsal is kept. */
@Component
class Choices {

    private static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final String FLAG = "flag.";
    private static final TypeReference<List<RehearsalChoice>> LIST = new TypeReference<>() {};

    private final JsonMapper json;

    Choices(JsonMapper json) {
        this.json = json;
    }

    /** @throws Refusal 400 where it is not what a page of ours wrote */
    List<RehearsalChoice> read(@Nullable String text) {
        try {
            var choices = text == null || text.isBlank() ? List.<RehearsalChoice>of() : json.readValue(text, LIST);
            choices.forEach(Choices::require);
            if (choices.size() > MOST) {
                throw Refusal.malformed("choices", "rehearsal.choices");
            }
            return choices;
        } catch (JacksonException | NullPointerException e) {
            throw Refusal.malformed("choices", "rehearsal.choices");
        }
    }

    String text(List<RehearsalChoice> choices) {
        return json.writeValueAsString(choices);
    }

    /** @param form with a value for each flag that is chosen; an empty one leaves the flag as it is */
    List<RehearsalChoice> with(
            List<RehearsalChoice> before, Kind kind, String element, MultiValueMap<String, String> form) {
        var flags = new TreeMap<String, String>();
        for (Map.Entry<String, String> given : form.toSingleValueMap().entrySet()) {
            if (given.getKey().startsWith(FLAG) && !given.getValue().isBlank()) {
                flags.put(
                        given.getKey().substring(FLAG.length()),
                        given.getValue().strip());
            }
        }
        var choice = new RehearsalChoice(kind, element, flags);
        require(choice);
        var all = new ArrayList<>(before);
        all.add(choice);
        return all;
    }

    private static void require(RehearsalChoice choice) {
        var fits = choice.kind() != null
                && choice.element().length() <= LONGEST
                && choice.flags().entrySet().stream()
                        .allMatch(flag -> NAME.matcher(flag.getKey()).matches()
                                && flag.getValue().length() <= LONGEST);
        if (!fits) {
            throw Refusal.malformed("choices", "rehearsal.choices");
        }
    }
}
