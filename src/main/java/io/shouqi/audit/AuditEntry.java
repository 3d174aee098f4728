package io.shouqi.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and is not the change of a row; changes of rows write themselves down. Who did it is the
 * {@link io.shouqi.database.Caller} of the transaction, except at a login, where the person is not the caller yet.
 *
 * @param company null where nobody knows it; the caller's then, if there is one
 * @param storeCode null for what belongs to no store
 * @param who null for the caller
 * @param subjectKind what {@code subject} is, such as a table's name, "login", "page"
 * @param subject readable number or name
 * @param detail in words or figures, for people
 */
public record AuditEntry(
        AuditAction action,
        @Nullable String company,
        @Nullable String storeCode,
        @Nullable Person who,
        String subjectKind,
        @Nullable String subject,
        @Nullable String detail) {

    private static final int LONGEST = 1000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** A phone, id or bank number that somebody typed where words were asked for; only its end is kept. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\dA-Za-z-])\\+?\\d{7,15}([\\dXx]{4})(?![\\dA-Za-z])");

    public record Person(UUID id, String name) {}

    /** Names and words that strangers sent are kept in a length and a form that any column and page can take. */
    public AuditEntry {
        subject = tidy(subject);
        detail = masked(tidy(detail));
    }

    /** @param proof what opened the door, in words */
    public static AuditEntry loggedIn(
            String company, @Nullable String storeCode, Person who, String username, String proof) {
        return new AuditEntry(AuditAction.LOGIN_SUCCEEDED, company, storeCode, who, "login", username, proof);
    }

    public static AuditEntry loggedOut(String company, @Nullable String storeCode, Person who, String username) {
        return new AuditEntry(AuditAction.LOGGED_OUT, company, storeCode, who, "login", username, null);
    }

    /**
     * @param company null where nobody has that name
     * @param why code, which the page says in the reader's language
     */
    public static AuditEntry loginFailed(@Nullable String company, String username, String why) {
        return new AuditEntry(AuditAction.LOGIN_FAILED, company, null, null, "login", username, why);
    }

    /**
     * The caller was told no.
     *
     * @param what address or number that was asked for
     * @param why code of the refusal
     */
    public static AuditEntry refused(String kind, String what, String why) {
        return new AuditEntry(AuditAction.ACCESS_REFUSED, null, null, null, kind, what, why);
    }

    /**
     * @param kind what was exported, such as "contract"
     * @param filter what was asked for, in words
     */
    public static AuditEntry exported(String kind, String filter, long rows) {
        return new AuditEntry(AuditAction.EXPORTED, null, null, null, kind, null, filter + " · " + rows);
    }

    /** Personal data was shown in full, for a reason its reader gave. */
    public static AuditEntry unmasked(@Nullable String storeCode, String kind, String subject, String reason) {
        return new AuditEntry(AuditAction.UNMASKED, null, storeCode, null, kind, subject, reason);
    }

    /** Something that is no row of ours came into force, such as a process. */
    public static AuditEntry published(String company, String kind, String subject, @Nullable String detail) {
        return new AuditEntry(AuditAction.PUBLISHED, company, null, null, kind, subject, detail);
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : NUMBER.matcher(text).replaceAll("****$1");
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var plain = CONTROL.matcher(text).replaceAll(" ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
