package io.shouqi.workflow;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people see of a task before they open it.
 *
 * @param subject number of what it is about, such as a contract
 * @param form fields of the form, as it is filled when opened
 */
public record TaskFacts(
        String company,
        String storeCode,
        String title,
        String subject,
        @Nullable Money amount,
        @Nullable LocalDate dueOn,
        Map<String, Object> form) {}
