package io.shouqi.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case somebody tries a table with, as it was typed. What a table does not ask for may be left out.
 *
 * @param day of signing, or whatever day the table asks for; today where nothing is given
 * @param type RESALE, NEW_HOME or RENTAL
 * @param subject what the table is asked for, by its label in the drop-down or its code: a channel, a template, a tax
 *     treatment, a kind of exception
 * @param amount in yuan: the price, the month's rent, what is paid, what is given away
 * @param percent such as 5
 * @param services codes of the extended fees that were chosen
 * @param discount percent off
 */
public record TrialCase(
        @Nullable String day,
        @Nullable String type,
        @Nullable String city,
        @Nullable String store,
        @Nullable String subject,
        @Nullable String amount,
        @Nullable String percent,
        List<String> services,
        @Nullable String discount) {}
