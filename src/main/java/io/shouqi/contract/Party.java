package io.shouqi.contract;

import io.shouqi.pricing.PartyRole;
import io.shouqi.vault.Sealed;
import io.shouqi.vault.SealedNumber;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** Somebody on the contract. Only {@link Parties} opens what identifies the person. */
@Embeddable
public record Party(
        @Enumerated(EnumType.STRING) PartyRole role,

        String name,

        @Embedded
        @AttributeOverride(name = "sealed", column = @Column(name = "phone"))
        @AttributeOverride(name = "index", column = @Column(name = "phone_index"))
        @AttributeOverride(name = "tail", column = @Column(name = "phone_tail"))
        SealedNumber phone,

        @Embedded
        @AttributeOverride(name = "sealed", column = @Column(name = "id_no"))
        @AttributeOverride(name = "index", column = @Column(name = "id_no_index"))
        @AttributeOverride(name = "tail", column = @Column(name = "id_no_tail"))
        @Nullable
        SealedNumber idNo,

        @Nullable Sealed email) {}
