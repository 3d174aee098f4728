package io.shouqi.portal;

import java.util.regex.Pattern;

/** Personal data as screens may show it. */
final class Masked {

    private static final Pattern COUNTRY = Pattern.compile("^\\+86");

    private Masked() {}

    /** 138****1234 */
    static String phone(String phone) {
        var number = COUNTRY.matcher(phone).replaceFirst("");
        return number.length() < 8 ? "****" : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }
}
