package io.shouqi.vault;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a sealed text is: how it is written when it is looked for, and by what it is found. */
public enum Kind {
    PHONE(Found.BY_WHOLE_OR_TAIL),
    ID_NUMBER(Found.BY_WHOLE_OR_TAIL),
    EMAIL(Found.NEVER),
    BANK_ACCOUNT(Found.BY_WHOLE_OR_TAIL),
    /** The secret part of a customer's link. */
    LINK(Found.BY_WHOLE),
    /** What a merchant signs or decrypts with. */
    MERCHANT_KEY(Found.NEVER),
    /** Anything else that nobody but the product itself may read. */
    SECRET(Found.NEVER);

    /** What is kept beside the sealed text to find it. */
    enum Found {
        NEVER,
        BY_WHOLE,
        BY_WHOLE_OR_TAIL
    }

    static final int TAIL = 4;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private final Found found;

    Kind(Found found) {
        this.found = found;
    }

    Found found() {
        return found;
    }

    /** The one way of writing it: no spaces, no full-width digits; phones in E.164 where they are such. */
    String normal(String text) {
        var plain =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return switch (this) {
            case PHONE -> PhoneNumbers.written(plain);
            case ID_NUMBER -> plain.toUpperCase(Locale.ROOT);
            case EMAIL -> plain.toLowerCase(Locale.ROOT);
            case BANK_ACCOUNT -> plain.replace("-", "");
            case LINK, MERCHANT_KEY, SECRET -> text;
        };
    }
}
