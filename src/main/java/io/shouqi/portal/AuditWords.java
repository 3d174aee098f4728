package io.shouqi.portal;

import io.shouqi.audit.RecordedEvent;
import io.shouqi.audit.RecordedEvent.ColumnChange;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says events in the reader's language; what has no word yet keeps its technical name. */
@Component
class AuditWords {

    /** What the log is about most often, as the filter offers it. */
    static final List<String> KINDS = List.of(
            "contract",
            "contract_party",
            "contract_milestone",
            "fee_list",
            "fee_list_confirmation",
            "fee_adjustment",
            "approval",
            "approval_decision",
            "receivable",
            "receivable_follow_up",
            "suspense",
            "earnest_movement",
            "task",
            "rule_version",
            "rule_decision",
            "model_draft",
            "model_migration",
            "process",
            "process_retry",
            "process_change",
            "app_user",
            "user_role",
            "user_leave",
            "api_key",
            "second_factor",
            "recovery_code",
            "organisation_unit",
            "company",
            "merchant_account",
            "merchant_channel_key",
            "login",
            "page",
            "api",
            "audit_event");

    private static final Pattern FEN = Pattern.compile("-?\\d{1,18}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    AuditLine line(RecordedEvent event, Locale locale) {
        return new AuditLine(
                event.id(),
                event.at(),
                who(event, locale),
                orElse("audit.via." + event.via(), event.via(), locale),
                event.address(),
                event.via().equals("DATABASE"),
                orElse("audit.action." + event.action(), event.action(), locale),
                kind(event.subjectKind(), locale),
                event.subject(),
                event.storeCode(),
                changes(event, event.changes(), locale),
                changes(event, TellingColumns.of(event), locale),
                detail(event, locale));
    }

    private String who(RecordedEvent event, Locale locale) {
        var name = event.actorName();
        return event.actingFor() == null ? name : name + " " + say("audit.actingFor", locale, event.actingFor());
    }

    private @Nullable String detail(RecordedEvent event, Locale locale) {
        var detail = event.detail();
        return detail == null ? null : orElse("audit.detail." + event.action() + "." + detail, detail, locale);
    }

    String kind(String kind, Locale locale) {
        return orElse("audit.kind." + kind, kind, locale);
    }

    private List<AuditLine.Change> changes(RecordedEvent event, List<ColumnChange> columns, Locale locale) {
        return columns.stream().map(c -> change(event.subjectKind(), c, locale)).toList();
    }

    private AuditLine.Change change(String kind, ColumnChange change, Locale locale) {
        var column = change.column();
        return new AuditLine.Change(
                orElse("audit.column." + column, column, locale),
                value(kind, column, change.before(), locale),
                value(kind, column, change.after(), locale));
    }

    private String value(String kind, String column, @Nullable String value, Locale locale) {
        if (value == null) {
            return say("audit.nothing", locale);
        }
        if (value.equals("true") || value.equals("false")) {
            return say(value.equals("true") ? "audit.yes" : "audit.no", locale);
        }
        if (column.endsWith("_fen") && FEN.matcher(value).matches()) {
            return Yuan.text(Money.ofFen(Long.parseLong(value)));
        }
        if (column.endsWith("_at")) {
            return time(value);
        }
        return orElse(vocabulary(kind, column) + "." + value, value, locale);
    }

    /** Words that other pages have for the same values. */
    private static String vocabulary(String kind, String column) {
        return switch (kind + "." + column) {
            case "contract.status" -> "contractStatus";
            case "contract.type" -> "dealType";
            case "fee_list.status" -> "feeListStatus";
            case "fee_list_confirmation.answer" -> "answer";
            case "fee_list_confirmation.payer", "receivable.payer", "contract_party.role" -> "party";
            case "contract_milestone.milestone", "receivable.milestone" -> "milestone";
            case "user_role.role", "approval_decision.role", "rule_decision.role", "task.candidate_role" -> "role";
            case "suspense.reason" -> "suspense.reason";
            case "approval.kind" -> "approval.kind";
            case "fee_adjustment.status" -> "adjustment.status";
            case "merchant_account.channel" -> "channel";
            default -> "audit.value." + kind + "." + column;
        };
    }

    private static String time(String value) {
        try {
            return MINUTE.format(OffsetDateTime.parse(value));
        } catch (DateTimeException e) {
            return value;
        }
    }

    private String orElse(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
