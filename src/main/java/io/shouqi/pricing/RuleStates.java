package io.shouqi.pricing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A version as programs read it. */
@Component
class RuleStates {

    private final RuleTables tables;
    private final Replays replays;
    private final MessageSource messages;

    RuleStates(RuleTables tables, Replays replays, MessageSource messages) {
        this.tables = tables;
        this.replays = replays;
        this.messages = messages;
    }

    /** @param replay the last one of the workbook as it is now */
    record State(
            @JsonUnwrapped TableVersion state,
            List<Told> mistakes,
            @Nullable Replay replay) {}

    record Told(String cell, Mistake.Severity severity, String code, String message) {}

    State of(String company, TableVersion version, Locale locale) {
        var number = Integer.toString(version.version());
        var mistakes = version.status() == RuleStatus.PUBLISHED
                ? List.<Mistake>of()
                : tables.mistakes(company, version.table(), number);
        return new State(
                version,
                mistakes.stream().map(mistake -> told(mistake, locale)).toList(),
                replays.current(company, version.table(), version.version()).orElse(null));
    }

    private Told told(Mistake mistake, Locale locale) {
        return new Told(mistake.cell(), mistake.severity(), mistake.code(), mistake.text(messages, locale));
    }
}
