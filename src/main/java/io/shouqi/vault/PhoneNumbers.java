package io.shouqi.vault;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them; without a country code they are Chinese. */
public final class PhoneNumbers {

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private PhoneNumbers() {}

    /** @return in E.164, such as +8613800138000; empty where it is no valid number */
    public static Optional<String> e164(String text) {
        var phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(text, "CN");
            return phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** What is not a whole number, such as its last four digits, is its digits. */
    static String written(String text) {
        return e164(text).orElseGet(() -> NO_DIGIT.matcher(text).replaceAll(""));
    }
}
