package io.shouqi.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where the built scripts and styles lie; their names change with their content, so browsers keep them for good. */
@Component
class Assets {

    static final String PATH = "/assets/";

    private final Map<String, Asset> manifest;

    Assets(JsonMapper json) {
        var file = new ClassPathResource("static" + PATH + "manifest.json");
        if (!file.exists()) {
            throw new IllegalStateException(
                    "The web assets are missing. Build with Maven, or run: node src/main/frontend/build.mjs");
        }
        try (var in = file.getInputStream()) {
            manifest = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param source as it is named in the front end's folder, such as {@code shell.js} */
    String path(String source) {
        var asset = manifest.get(source);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: " + source);
        }
        return PATH + asset.file();
    }

    private record Asset(String file) {}
}
