package io.shouqi.workflow;

import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody who was asked to agree says: yes, or no and why. Named as the forms for it name their fields. */
public record Opinion(boolean agreed, @Nullable String comment) {

    private static final String DECISION = "decision";
    private static final String COMMENT = "comment";
    private static final int LONGEST = 500;

    private enum Answer {
        APPROVE,
        REJECT
    }

    /**
     * @param unexplained code of what to say to a no without a reason
     * @throws Refusal naming the fields that are missing or wrong
     */
    public static Opinion read(Map<String, Object> answers, String unexplained) {
        var checks = new Checks();
        var decision = checks.oneOf(DECISION, Answer.class, Answers.text(answers, DECISION));
        var comment = checks.optional(COMMENT, Answers.text(answers, COMMENT), LONGEST);
        if (decision == Answer.REJECT && comment == null) {
            checks.add(COMMENT, unexplained);
        }
        checks.refuse();
        return new Opinion(Objects.requireNonNull(decision) == Answer.APPROVE, comment);
    }

    /** The answers that mean yes. */
    public static Map<String, Object> yes(@Nullable String comment) {
        var answers = new HashMap<String, Object>(Map.of(DECISION, Answer.APPROVE.name()));
        if (comment != null && !comment.isBlank()) {
            answers.put(COMMENT, comment);
        }
        return answers;
    }
}
