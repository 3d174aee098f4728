package io.shouqi.vault;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A fingerprint as a column of an entity. */
@Converter(autoApply = true)
public class FingerprintType implements AttributeConverter<Fingerprint, byte[]> {

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable Fingerprint print) {
        return print == null ? null : print.bytes();
    }

    @Override
    public @Nullable Fingerprint convertToEntityAttribute(byte @Nullable [] bytes) {
        return bytes == null ? null : new Fingerprint(bytes);
    }
}
