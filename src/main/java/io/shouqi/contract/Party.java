package io.shouqi.contract;

import io.shouqi.pricing.PartyRole;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** Somebody on the contract. Phone in E.164, such as +8613800138000. */
@Embeddable
public record Party(
        @Enumerated(EnumType.STRING) PartyRole role,
        String name,
        String phone,
        @Nullable String idNo,
        @Nullable String email) {}
