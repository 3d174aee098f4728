package io.shouqi.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Reads what a session remembers: values of the classes that we and Spring Security put there and of no others, whatever
 * somebody wrote into the table. What cannot be read, such as what another version of the product wrote, is forgotten,
 * and the person signs in again.
 */
class SessionReader implements GenericConverter {

    private static final Logger log = LoggerFactory.getLogger(SessionReader.class);

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxbytes=200000;maxarray=10000;io.shouqi.identity.*;org.springframework.security.core.**;"
                    + "org.springframework.security.authentication.*;org.springframework.security.web.savedrequest.*;"
                    + "org.springframework.security.web.csrf.*;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.*;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;!*");

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
        return stored instanceof byte[] bytes ? read(bytes) : null;
    }

    static @Nullable Object read(byte[] stored) {
        try (var in = new KnownClasses(new ByteArrayInputStream(stored))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            log.info("A session holds what this version does not read: {}", e.toString());
            return null;
        }
    }

    /** The application's class loader, which is not the one that loaded {@link ObjectInputStream}. */
    private static final class KnownClasses extends ObjectInputStream {

        KnownClasses(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        type.getName(), false, Objects.requireNonNull(SessionReader.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                return super.resolveClass(type);
            }
        }
    }
}
