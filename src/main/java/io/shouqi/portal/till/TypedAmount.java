package io.shouqi.portal.till;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** An amount as people at a counter write it: with separators, in full-width digits, with a currency sign. */
final class TypedAmount {

    private TypedAmount() {}

    /** The same in plain digits; what is no amount stays what it is, to be refused by name. */
    static @Nullable String plain(@Nullable String typed) {
        return typed == null
                ? null
                : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s,，]", "")
                        .replaceAll("^[¥￥]|元$", "");
    }
}
