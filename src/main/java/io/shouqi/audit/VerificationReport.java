package io.shouqi.audit;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** The answer of the verifier in words. */
public class VerificationReport {

    private final MessageSource messages;
    private final Locale locale;

    public VerificationReport(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    Stream<String> lines(Verification answer) {
        var outcome = answer.intact() ? say("verify.state.INTACT") : say("verify.state.FAULTS", answer.faults());
        var counts = say("verify.checked", answer.checked()) + ", " + say("verify.waiting", answer.waiting());
        return Stream.concat(
                answer.findings().stream().map(finding -> line(finding, company -> true)), Stream.of(counts, outcome));
    }

    /** @param mayRead whether the reader may see what a fact of that company says, and not only its number */
    public String line(Finding finding, Predicate<String> mayRead) {
        var company = finding.company();
        var label = company != null && mayRead.test(company) ? finding.label() : null;
        var source = messages.getMessage("audit.kind." + finding.source(), null, finding.source(), locale);
        return say(
                        "verify.finding." + finding.kind(),
                        Objects.requireNonNullElse(source, ""),
                        finding.key(),
                        Objects.requireNonNullElse(label, ""),
                        finding.position())
                .strip();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
