package io.shouqi.portal;

import io.shouqi.audit.Finding;
import io.shouqi.shared.BusinessTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a fact is in the reader's language and at the local time; the command line keeps the codes. */
@Component
class FindingWords {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    Finding readable(Finding finding, Locale locale) {
        var label = finding.label();
        return label == null
                ? finding
                : new Finding(
                        finding.kind(),
                        finding.source(),
                        finding.key(),
                        finding.position(),
                        readable(finding.source(), label, locale),
                        finding.company());
    }

    /** A label begins with what its source counts as codes; numbers and names follow as they are. */
    private String readable(String source, String label, Locale locale) {
        var parts = label.split(" ", 4);
        switch (source) {
            case "receipt" -> parts[0] = word("receiptKind.", parts[0], locale);
            case "voucher" -> parts[0] = word("audit.voucher.", parts[0], locale);
            case "audit_event" -> event(parts, locale);
            default -> {
                return label;
            }
        }
        return String.join(" ", parts);
    }

    private void event(String[] parts, Locale locale) {
        parts[0] = time(parts[0]);
        if (parts.length > 2) {
            parts[1] = word("audit.action.", parts[1], locale);
            parts[2] = word("audit.kind.", parts[2], locale);
        }
    }

    private String word(String prefix, String code, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(prefix + code, null, code, locale));
    }

    private static String time(String iso) {
        try {
            return SECOND.format(Instant.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
