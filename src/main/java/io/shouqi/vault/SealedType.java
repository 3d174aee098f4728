package io.shouqi.vault;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Sealed text as a column of an entity; it stays sealed there. */
@Converter(autoApply = true)
public class SealedType implements AttributeConverter<Sealed, byte[]> {

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.bytes();
    }

    @Override
    public @Nullable Sealed convertToEntityAttribute(byte @Nullable [] bytes) {
        return bytes == null ? null : new Sealed(bytes);
    }
}
