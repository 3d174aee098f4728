package io.shouqi.identity.admin;

import io.shouqi.shared.Checks;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page says about an area or store, unchecked. */
record UnitForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String city,
        @Nullable String newCity,
        @Nullable String phone,
        @Nullable String address) {

    /** An area has no place of its own. */
    static final UnitForm NOWHERE = new UnitForm(null, null, null, null, null, null, null);

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");
    private static final String TICKED = "yes";
    private static final Pattern LONG_CITY = Pattern.compile("(..+)市");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,30}");

    @Nullable
    String checkedCode(Checks checks) {
        var text = checks.required("code", code, 12);
        if (text != null && !CODE.matcher(text).matches()) {
            checks.add("code", "admin.unit.code.form");
            return null;
        }
        return text;
    }

    @Nullable
    String checkedName(Checks checks) {
        return checks.required("name", name, 60);
    }

    @Nullable
    String checkedParent(Checks checks) {
        return checks.required("parent", parent, 40);
    }

    /**
     * The tariff goes by the name of the city, so one name has one spelling, and a name nobody used is meant as such.
     *
     * @param known cities that stores of the company are in
     */
    @Nullable
    String checkedCity(Checks checks, Set<String> known) {
        var text = checks.required("city", city, 20);
        if (text == null) {
            return null;
        }
        var name = LONG_CITY.matcher(text).replaceFirst("$1");
        if (!known.contains(name) && !TICKED.equals(newCity)) {
            checks.add("newCity", "admin.unit.city.unknown", name);
        }
        return name;
    }

    @Nullable
    String checkedPhone(Checks checks) {
        var text = checks.required("phone", phone, 30);
        if (text != null && !PHONE.matcher(text).matches()) {
            checks.add("phone", "field.phone");
            return null;
        }
        return text;
    }

    @Nullable
    String checkedAddress(Checks checks) {
        return checks.required("address", address, 120);
    }
}
