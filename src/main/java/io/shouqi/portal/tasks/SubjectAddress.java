package io.shouqi.portal.tasks;

import io.shouqi.workflow.Task;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the thing has its page that a task is about. */
final class SubjectAddress {

    private static final Pattern CONTRACT = Pattern.compile("HT-\\d{8}-\\d+");
    /** A version of a decision table, such as commission-split-v3. */
    private static final Pattern RULES = Pattern.compile("([a-z-]+)-v(\\d+)");

    private static final String MODELS = "publish-process";

    private SubjectAddress() {}

    /** @return null where it has none */
    static @Nullable String of(Task task) {
        if (task.process().equals(MODELS)) {
            return "/processes?submission=" + task.businessKey();
        }
        var rules = RULES.matcher(task.subject());
        if (rules.matches()) {
            return "/rules/" + rules.group(1) + "/" + rules.group(2);
        }
        return CONTRACT.matcher(task.subject()).matches() ? "/contracts/" + task.subject() : null;
    }
}
