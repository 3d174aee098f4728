package io.shouqi.identity.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company, area or store as an administrator sees it.
 *
 * @param path codes from the administrator's own unit down to this one
 * @param people how many active people belong to it or to what is below it
 */
record Unit(
        String code,
        UnitKind kind,
        String name,
        @Nullable String parent,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String address,
        boolean active,
        List<String> path,
        int people) {

    /** What people choose it by, on pages and in workbooks. */
    public String label() {
        return code + " " + name;
    }

    public int depth() {
        return path.size() - 1;
    }

    public boolean isStore() {
        return kind == UnitKind.STORE;
    }

    public boolean isArea() {
        return kind == UnitKind.AREA;
    }

    boolean isWithin(String unit) {
        return path.contains(unit);
    }
}
