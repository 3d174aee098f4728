package io.shouqi.vault;

import java.util.regex.Pattern;

/** Protected data as screens may show it: enough to recognise what one knows, not enough to learn it. */
public final class Masks {

    private static final Pattern COUNTRY = Pattern.compile("^\\+86");
    private static final String HIDDEN = "****";

    private Masks() {}

    /** 138****1234 */
    public static String phone(String phone) {
        var number = COUNTRY.matcher(phone).replaceFirst("");
        return number.length() < 8 ? HIDDEN : number.substring(0, 3) + HIDDEN + tail(number);
    }

    /** 110***********1234 */
    public static String idNumber(String idNumber) {
        var length = idNumber.length();
        return length < 8 ? HIDDEN : idNumber.substring(0, 3) + "*".repeat(length - 7) + tail(idNumber);
    }

    /** **** 1234 */
    public static String bankAccount(String account) {
        return account.length() < 8 ? HIDDEN : HIDDEN + " " + tail(account);
    }

    /** w***@example.com */
    public static String email(String email) {
        var at = email.indexOf('@');
        return at < 1 ? HIDDEN : email.substring(0, 1) + "***" + email.substring(at);
    }

    private static String tail(String text) {
        return text.substring(text.length() - Kind.TAIL);
    }
}
