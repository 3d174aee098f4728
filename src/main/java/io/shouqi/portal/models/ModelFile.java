package io.shouqi.portal.models;

import io.shouqi.workflow.ModelKind;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;

/**
 * A version or a draft as a file.
 *
 * @param mark tells it from others of the same name
 */
record ModelFile(ModelKind kind, String key, String mark, ByteArrayResource content) {

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return content.getByteArray();
    }

    /** As it is called where it is downloaded to. */
    String name() {
        return kind.file(key + "-" + mark);
    }
}
