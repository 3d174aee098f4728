package io.shouqi.contract;

import io.shouqi.pricing.PartyRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a contract, in clear: as it comes in, or opened for who may know. Never stored and never printed.
 *
 * @param phone in E.164, such as +8613800138000
 */
public record Person(
        PartyRole role,
        String name,
        String phone,
        @Nullable String idNo,
        @Nullable String email) {

    @Override
    public String toString() {
        return role.name();
    }
}
